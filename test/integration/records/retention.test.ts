import { Client } from '@temporalio/client';
import { pino } from 'pino';
import { createRetentionActivities } from '../../../activities/eraseWhatIsDue.js';
import { eraseEarly } from '../../../api/privacy/eraseEarly.js';
import { openConnection } from '../../../config/openConnection.js';
import { until } from '../../../ops/process/ports.js';
import { inTransaction } from '../../../records/inTransaction.js';
import { objectorOwner } from '../../../records/sealed/sealedContact.js';
import { personOwner } from '../../../records/sealed/sealedDossier.js';
import { instantOf, isoInBeijing } from '../../../rules/calendar/instant.js';
import { stories } from '../../../simulation/story/story.js';
import { startRetention } from '../../../worker/startRetention.js';
import { retentionWorkflowId } from '../../../workflows/retention/retention.js';
import { endOf } from '../../support/clock.js';
import { createOffice, type Office } from '../../support/office.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await startTestApi({ name: 'retention', at: isoInBeijing(endOf('conferred')) });
  office = await createOffice(api);
});
afterAll(() => api.close());

/** The owner of the data of a new application's applicant, with a key. */
async function applicantOf(story: Parameters<Office['application']>[0]) {
  const id = await office.application(story);
  const { applicantId } = await api.db.application.findUniqueOrThrow({ where: { id } });
  const owner = personOwner(applicantId);
  await api.db.vault.saltOf(owner);
  return { id, owner, applicantId };
}

/** Says by which parcel an application's originals were sent. */
const postOriginals = async (applicationId: string) =>
  await api.db.originalsPlan.create({
    data: {
      applicationId,
      kind: 'post',
      carrier: '顺丰速运',
      tracking: 'SF1234567890',
      sentOn: new Date('2024-09-11'),
      createdAt: new Date('2024-09-11T04:00:00Z'),
    },
  });
const parcels = async () =>
  (await api.db.originalsPlan.findMany()).map(({ applicationId }) => applicationId).toSorted();

async function eraseAt(day: string): Promise<readonly string[]> {
  const clock = () => instantOf(`${day}T03:00`);
  const log = pino({ level: 'silent' });
  await createRetentionActivities({ database: api.db, clock, log }).eraseWhatIsDue();
  const { rows } = await api.db.pool.query<{ owner: string }>(
    'SELECT owner FROM data_keys WHERE erased_at IS NOT NULL AND erased_basis IS NOT NULL ORDER BY owner',
  );
  return rows.map(({ owner }) => owner);
}

test('what a title, an open application or a sanction needs is kept; everything else goes after its time', async () => {
  const ended = await applicantOf(stories.lapsed);
  const sanctioned = await applicantOf(stories.lapsed);
  const conferred = await applicantOf(stories.conferred);
  await applicantOf(stories.committee_audit);
  const objector = objectorOwner({ applicationId: conferred.id, objectionId: 'an-objection' });
  await api.db.vault.saltOf(objector);
  await api.db.pool.query(
    `INSERT INTO sanctions (id, subject, person_id, basis, decided_on, clause, expires_on)
     VALUES (gen_random_uuid(), 'person', $1, '决定', '2028-01-01', '通知 三、其他事宜（一）', '2033-01-01')`,
    [sanctioned.applicantId],
  );
  expect(await eraseAt('2027-06-01')).toEqual([]);
  expect(await eraseAt('2028-06-01')).toEqual([objector]);
  expect(await eraseAt('2030-06-01')).toEqual([objector, ended.owner].toSorted());
  const person = await api.db.user.findUniqueOrThrow({ where: { id: ended.applicantId } });
  expect(person).toMatchObject({ name: '已清除', email: `${ended.applicantId}@erased.invalid` });
  expect(await eraseAt('2033-01-02')).toEqual([objector, ended.owner, sanctioned.owner].toSorted());
});

test('the number of a parcel is gone three years after its application ended, whatever became of it', async () => {
  const conferred = await applicantOf(stories.conferred);
  const open = await applicantOf(stories.committee_audit);
  for (const { id } of [conferred, open]) await postOriginals(id);
  await eraseAt('2027-06-01');
  expect(await parcels()).toEqual([conferred.id, open.id].toSorted());
  await eraseAt('2028-06-01');
  expect(await parcels()).toEqual([open.id]);
});

test('the number of a parcel goes with the key of its sender', async () => {
  const early = await applicantOf(stories.lapsed);
  const other = await applicantOf(stories.committee_audit);
  for (const { id } of [early, other]) await postOriginals(id);
  await inTransaction(api.db, async (statements) => {
    const now = instantOf('2024-12-01T03:00');
    const erasure = { personId: early.applicantId, by: office.ids.operator, reason: '本人申请', address: null, now };
    await eraseEarly(api.db, statements, erasure);
  });
  expect(await parcels()).not.toContain(early.id);
  expect(await parcels()).toContain(other.id);
});

test('the workflow looks once a day', async () => {
  const { address = '', namespace = '' } = api.reached ?? {};
  const connection = await openConnection({ address });
  const client = new Client({ connection, namespace });
  await startRetention(client);
  await startRetention(client);
  const timer = async () => {
    const { events } = await client.workflow.getHandle(retentionWorkflowId).fetchHistory();
    return events?.find(({ timerStartedEventAttributes }) => timerStartedEventAttributes)?.timerStartedEventAttributes;
  };
  expect(await until(async () => (await timer()) != null, { timeoutMs: 30_000 })).toBe(true);
  expect(Number((await timer())?.startToFireTimeout?.seconds)).toBe(86_400);
  await client.workflow.getHandle(retentionWorkflowId).terminate();
  await connection.close();
});
