import { until } from '../../../ops/process/ports.js';
import { grantRole } from '../../../records/people/grantRole.js';
import { committee } from '../../support/committee.js';
import { type Caller, campaignId } from '../../support/office.js';
import { fillBallot, motionAt, submitPapers } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup, type Seated } from './meetingSetup.js';

let setup: MeetingSetup;
let chair: Seated;
let deputy: Seated;
beforeAll(async () => {
  setup = await openMeetingSetup('deputy', { size: 5, count: 4 });
  const [first, second] = setup.members;
  if (!first || !second) throw new Error('five members');
  [chair, deputy] = [first, second];
}, 120_000);
afterAll(() => setup.api.close());

const office = () => setup.office.as('office');
const name = (expertId: string, reason?: string) =>
  office()
    .put(`/api/campaigns/${campaignId}/committees/${committee}/deputy`)
    .send({ expertId, ...(reason === undefined ? {} : { reason }) });
const act = (as: Caller, motionId: string, event: string, body: object = {}) =>
  as.post(`${motionAt(setup.meetingId, motionId)}/actions/${event}`).send(body);
const view = async (as: Caller) => (await as.get(`/api/meetings/${setup.meetingId}`).expect(200)).body;
const lineFor = async (as: Caller, motionId: string) =>
  (await as.get(`/api/meetings/${setup.meetingId}/motions`).expect(200)).body.items.find(
    ({ id }: { id: string }) => id === motionId,
  );
const vote = async (member: Seated | undefined, motionId: string) => {
  const cast = await fillBallot(member?.as ?? chair.as, setup.meetingId, motionId, 'agree');
  await submitPapers(setup.api.app, motionId, cast).expect(202);
};
const application = (index: number) => setup.applications[index] ?? '';

test('the office names a deputy, and another one with a reason; who was it before stays on record', async () => {
  // The meeting has been convened, so even the first appointment needs a reason.
  expect((await name(chair.expertId)).body.code).toBe('already_done');
  expect((await name(setup.members[2]?.expertId ?? '')).body).toMatchObject({
    code: 'free_text_missing',
    field: 'reason',
  });
  await name(setup.members[2]?.expertId ?? '', '会议召集后确定').expect(200);
  await name(deputy.expertId, '原副主任委员出差').expect(200);
  await deputy.as
    .put(`/api/campaigns/${campaignId}/committees/${committee}/deputy`)
    .send({ expertId: chair.expertId, reason: '试一试' })
    .expect(403);
  const { rows } = await setup.api.db.pool.query(
    'SELECT expert_id AS expert, reason, named_by AS by FROM committee_deputies ORDER BY ordinal',
  );
  expect(rows.map(({ expert, reason }) => [expert, reason])).toEqual([
    [setup.members[2]?.expertId, '会议召集后确定'],
    [deputy.expertId, '原副主任委员出差'],
  ]);
  expect(rows.every(({ by }) => by === setup.office.ids.office)).toBe(true);
  const letters = await setup.api.db.outbox.findMany({ where: { kind: 'invitation_deputy' }, orderBy: { id: 'asc' } });
  expect(letters.map(({ scope }) => scope)).toEqual([setup.members[2]?.personId, deputy.personId]);
  await expect(setup.api.db.pool.query('DELETE FROM committee_deputies')).rejects.toThrow('stays on record');
  expect((await view(deputy.as)).me).toMatchObject({ isChair: false, isDeputy: true, mayLead: true });
});

test('before the meeting the office sees who leads each vote, and which nobody may', async () => {
  await setup.recuse(chair, application(0));
  for (const member of [chair, deputy]) await setup.recuse(member, application(1));
  const [first, second, third] = await Promise.all([0, 1, 2].map((n) => setup.motionOf(application(n))));
  expect((await lineFor(office(), first ?? '')).leading).toEqual({ by: 'deputy', nameable: [] });
  const { by, nameable } = (await lineFor(office(), second ?? '')).leading;
  expect(by).toBeNull();
  expect(nameable.toSorted()).toEqual(
    setup.members
      .slice(2)
      .map(({ expertId }) => expertId)
      .toSorted(),
  );
  expect((await lineFor(office(), third ?? '')).leading).toEqual({ by: 'chair', nameable: [] });
  // The agenda reveals no recusals to a member.
  expect(await lineFor(setup.members[3]?.as ?? chair.as, first ?? '')).toMatchObject({ leading: null, leads: false });
});

test('a recused chair has no line, no count and no button of the vote, and learns who leads it', async () => {
  for (const member of setup.members) await setup.attend(member);
  await setup.meet('open_session');
  const motionId = await setup.motionOf(application(0));
  const refused = await act(chair.as, motionId, 'open');
  expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
    403,
    'role_not_allowed',
    '您已回避这份申报，由副主任委员主持。',
  ]);
  expect(await lineFor(chair.as, motionId)).toBeUndefined();
  expect((await act(deputy.as, motionId, 'open')).body.state).toBe('open');

  const chairs = async () => JSON.stringify(await view(chair.as));
  const before = await chairs();
  expect(JSON.parse(before)).toMatchObject({ current: null, aside: { by: 'deputy' } });
  for (const member of setup.members.slice(1)) await vote(member, motionId);
  expect(await chairs()).toBe(before);
  await chair.as.get(motionAt(setup.meetingId, motionId)).expect(404);
  expect((await act(chair.as, motionId, 'close')).status).toBe(403);
  expect((await act(chair.as, motionId, 'void', { reason: '重来' })).status).toBe(403);

  expect((await view(deputy.as)).current).toMatchObject({ leads: true, papersGiven: 4 });
  expect((await view(setup.members[2]?.as ?? chair.as)).current).toMatchObject({ leads: false, papersGiven: null });
  expect((await act(deputy.as, motionId, 'close')).body.state).toBe('closed');
  expect((await view(chair.as)).aside).toBeNull();
  expect(await lineFor(chair.as, motionId)).toBeUndefined();
  expect((await lineFor(deputy.as, motionId)).tally).toMatchObject({ recused: 1, agree: 4 });
});

test('a vote nobody may lead is opened by whom the office names for it, with a reason', async () => {
  const motionId = await setup.motionOf(application(1));
  const named = setup.members[3];
  if (!named) throw new Error('five members');
  expect((await act(deputy.as, motionId, 'open')).body.code).toBe('nobody_leads');
  const naming = (body: object) => act(office(), motionId, 'name_lead', body);
  const recused = await naming({ expertId: deputy.expertId, reason: '无人主持' });
  expect([recused.status, recused.body.field]).toEqual([403, 'expertId']);
  expect((await naming({ expertId: named.expertId })).body.code).toBe('free_text_missing');
  await act(named.as, motionId, 'name_lead', { expertId: named.expertId, reason: '我来' }).expect(404);
  expect((await act(office(), motionId, 'open')).status).toBe(409);
  await naming({ expertId: named.expertId, reason: '主任委员、副主任委员均已回避' }).expect(200);
  expect((await naming({ expertId: named.expertId, reason: '再次指定' })).body.code).toBe('led_already');
  expect((await view(named.as)).me.mayLead).toBe(true);
  expect((await act(named.as, motionId, 'open')).body.state).toBe('open');
  for (const member of setup.members.slice(2)) await vote(member, motionId);
  // After a voided vote the repetition is still theirs.
  expect((await act(named.as, motionId, 'void', { reason: '名单有误' })).body.state).toBe('void');
  const anew = await setup.motionOf(application(1));
  expect((await lineFor(named.as, anew)).leads).toBe(true);
  await act(named.as, anew, 'open').expect(200);
  for (const member of setup.members.slice(2)) await vote(member, anew);
  await act(named.as, anew, 'close').expect(200);
});

test('while the chair is out of the room the deputy leads the votes and the meeting, and not a moment longer', async () => {
  const motionId = await setup.motionOf(application(2));
  const adjourn = () => deputy.as.post(`/api/meetings/${setup.meetingId}/actions/adjourn`).send({});
  expect((await act(deputy.as, motionId, 'open')).body.detail).toBe('这项表决由主任委员主持。');
  expect((await adjourn()).status).toBe(403);
  await setup.attend(chair, false);
  expect((await act(chair.as, motionId, 'open')).body.detail).toBe('这项表决由副主任委员主持。');
  expect((await adjourn()).body.state).toBe('adjourned');
  await deputy.as.post(`/api/meetings/${setup.meetingId}/actions/resume`).send({}).expect(200);
  await act(deputy.as, motionId, 'open').expect(200);
  for (const member of setup.members.slice(1)) await vote(member, motionId);
  await setup.attend(chair);
  expect((await act(deputy.as, motionId, 'close')).status).toBe(403);
  expect((await act(chair.as, motionId, 'close')).status).toBe(200);
});

test('a chair whose role was taken away leads nothing, whatever the seat says', async () => {
  const motionId = await setup.motionOf(application(3));
  const { count } = await setup.api.db.roleBinding.deleteMany({ where: { personId: chair.personId, role: 'chair' } });
  expect(count).toBe(1);
  // Roles are cached for a few seconds.
  const leads = (expected: boolean) =>
    until(async () => (await lineFor(chair.as, motionId)).leads === expected, { timeoutMs: 30_000 });
  expect(await leads(false)).toBe(true);
  expect((await act(chair.as, motionId, 'open')).status).toBe(404);
  await grantRole(setup.api.db, chair.personId, { role: 'chair', campaignId });
  expect(await leads(true)).toBe(true);
});

test('the chair announces all the same, and the minutes say who led each vote', async () => {
  await setup.meet('close_session').then(({ status }) => expect(status).toBe(200));
  const early = await deputy.as.post(`/api/meetings/${setup.meetingId}/actions/announce`).send({});
  expect(early.status).toBe(403);
  await setup.meet('announce').then(({ status }) => expect(status).toBe(200));
  const { minutes } = (await chair.as.get(`/api/meetings/${setup.meetingId}/minutes`).expect(200)).body;
  const ledOf = (applicationId: string) =>
    minutes.motions
      .filter((motion: { applicationId: string }) => motion.applicationId === applicationId)
      .map(({ openedBy, endedBy }: Record<string, { as: string } | null>) => [openedBy?.as, endedBy?.as]);
  expect([0, 1, 2, 3].map((n) => ledOf(application(n)))).toEqual([
    [['deputy', 'deputy']],
    [
      ['named', 'named'],
      ['named', 'named'],
    ],
    [['deputy', 'chair']],
    [[undefined, undefined]],
  ]);
  const { text } = await office().get(`/api/meetings/${setup.meetingId}/minutes.html`).expect(200);
  expect(text).toContain('副主任委员');
  expect(text).toContain('主任委员、副主任委员均已回避');
});
