import { CommitteesAnswer, DrawAnswer } from '../../../api/committee/answers.js';
import { checkDraw, type DrawFile } from '../../../rules/committee/draw/drawFile.js';
import { emptySeats } from '../../../rules/committee/seats.js';
import { fillPool } from '../../portal/support/expertPool.js';
import { callerWith, campaignId, createOffice, type Office } from '../../support/office.js';
import { sessionFor } from '../../support/session.js';
import { startTestApi, type TestApi } from '../../support/testApi.js';

let api: TestApi;
let office: Office;
const base = `/api/campaigns/${campaignId}`;
const committee = 'engineering';
const specialty = 'chemical';
beforeAll(async () => {
  api = await startTestApi({ name: 'supplement', at: '2024-09-25T10:00:00+08:00', worker: false });
  office = await createOffice(api);
  await fillPool(api.db, 24);
  const { id } = await begin({ committee });
  await draws(`${id}/freeze`, { size: 11 }).expect(200);
  await draws(`${id}/draw`, {}).expect(200);
}, 60_000);
afterAll(() => api.close());

const draws = (path: string, body: object) => office.as('office').post(`${base}/draws/${path}`).send(body);
const post = (body: object) => office.as('office').post(`${base}/draws`).send(body);
const begin = async (body: object) => DrawAnswer.parse((await post(body).expect(201)).body);
const places = async () => {
  const { body } = await office.as('office').get(`${base}/committees`).expect(200);
  return CommitteesAnswer.parse(body).items[0]?.members ?? [];
};

/** Members of the specialty decline until a seat is left without an alternate. */
async function emptySeat(): Promise<string> {
  for (;;) {
    const seated = (await places()).find(
      (one) => one.position === 'member' && one.specialty === specialty && one.invitation === 'invited',
    );
    if (!seated) throw new Error('somebody holds a seat');
    const key = await sessionFor(api.db, seated.personId);
    const reply = { answer: 'decline', reason: '出差' };
    await callerWith(api.app, key).post(`${base}/committees/${committee}/invitation`).send(reply).expect(200);
    const left = await places();
    if (emptySeats(left).length > 0) return seated.expertId;
  }
}

test('nobody is drawn on top while no seat is empty', async () => {
  const refused = await post({ committee, specialty }).expect(409);
  expect(refused.body).toMatchObject({ code: 'event_not_allowed', field: 'specialty' });
  expect((await office.as('supervisor').post(`${base}/draws`).send({ committee, specialty })).status).toBe(403);
});

test('a seat that no alternate is left for is filled by a draw of its own, which anybody can check from its file', async () => {
  const gone = await emptySeat();
  const before = await places();
  const { id, ...begun } = await begin({ committee, specialty });
  expect(begun).toMatchObject({ state: 'committed', specialty, seed: null });
  expect((await post({ committee, specialty }).expect(409)).body.code).toBe('already_there');
  expect((await draws(`${id}/freeze`, { size: 2 }).expect(422)).body).toMatchObject({
    code: 'plan_invalid',
    field: 'size',
  });
  const frozen = DrawAnswer.parse((await draws(`${id}/freeze`, { size: 1 }).expect(200)).body);
  expect(frozen.pool).toMatchObject([{ specialty, members: 1, alternates: 0 }]);
  await draws(`${id}/draw`, {}).expect(200);

  const file: DrawFile = (await office.as('office').get(`${base}/draws/${id}/file`).expect(200)).body;
  expect(checkDraw(file)).toBeNull();
  const [drawn] = file.result.members;
  if (!drawn) throw new Error('somebody was drawn');
  const other = { ...file.result, members: [{ ...drawn, expertId: gone }] };
  expect(checkDraw({ ...file, result: other })).toMatchObject({ check: 'members' });
  const placed = new Set(before.map(({ expertId }) => expertId));
  expect(file.plan.experts.some((expert) => placed.has(expert.id) || expert.specialty !== specialty)).toBe(false);

  const after = await places();
  expect(emptySeats(after)).toEqual([]);
  expect(after.find(({ expertId }) => expertId === gone)?.invitation).toBe('replaced');
  const last = Math.max(...before.filter(({ position }) => position === 'member').map(({ ordinal }) => ordinal));
  const seat = after.find(({ expertId }) => expertId === drawn.expertId);
  expect(seat).toMatchObject({ position: 'member', invitation: 'invited', specialty, ordinal: last + 1 });
  const letters = await api.db.outbox.count({ where: { kind: 'invitation_drawn', scope: seat?.personId ?? '' } });
  expect(letters).toBe(1);
});

test('a seat that falls empty afterwards gets another draw', async () => {
  await emptySeat();
  const { id } = await begin({ committee, specialty });
  await draws(`${id}/void`, { reason: '演示' }).expect(200);
  await begin({ committee, specialty });
});
