import { fillBallot, motionAt, submitPapers } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup } from './meetingSetup.js';

let setup: MeetingSetup;
beforeAll(async () => {
  setup = await openMeetingSetup('quorum', { size: 5, count: 2 });
}, 120_000);
afterAll(() => setup.api.close());

const member = (index: number) => {
  const found = setup.members[index];
  if (!found) throw new Error(`no member ${index}`);
  return found;
};
const view = async () => (await setup.chair.as.get(`/api/meetings/${setup.meetingId}`).expect(200)).body;

// The quorum of a committee of 5 is 4: two thirds are 3.33…
test('the meeting opens when enough have signed in themselves, and not before', async () => {
  for (const index of [0, 1, 2]) await setup.attend(member(index));
  expect((await view()).quorum).toEqual({ committee: 5, present: 3, fewest: 4, met: false });
  const early = await setup.meet('open_session');
  expect([early.status, early.body.code]).toEqual([422, 'quorum_not_met']);
  await setup.attend(member(3));
  expect((await setup.meet('open_session')).body.state).toBe('in_session');
});

test('nobody but the chair leads it, and nobody signs in for another', async () => {
  await member(1).as.post(`/api/meetings/${setup.meetingId}/actions/close_session`).send({}).expect(403);
  await setup.office.as('office').post(`/api/meetings/${setup.meetingId}/actions/adjourn`).send({}).expect(403);
  await setup.office
    .as('office')
    .put(`/api/meetings/${setup.meetingId}/attendance`)
    .send({ present: true })
    .expect(403);
  expect((await view()).quorum.present).toBe(4);
});

test('whoever comes after a vote was opened takes part in the next one', async () => {
  const [first = ''] = setup.applications;
  const motionId = await setup.motionOf(first);
  await setup.act(motionId, 'open');
  await setup.attend(member(4));
  const late = await member(4).as.get(motionAt(setup.meetingId, motionId)).expect(200);
  expect([late.body.papers, late.body.keys]).toEqual([null, null]);
  const request = { ballot: Buffer.alloc(256, 1).toString('base64'), receipt: Buffer.alloc(256, 2).toString('base64') };
  const refused = await member(4)
    .as.post(`${motionAt(setup.meetingId, motionId)}/tokens`)
    .send(request)
    .expect(403);
  expect(refused.body.code).toBe('not_permitted');
});

test('a vote that loses its quorum in the middle is void, and its ballots count nowhere', async () => {
  const [first = ''] = setup.applications;
  const motionId = await setup.motionOf(first);
  const cast = await fillBallot(member(1).as, setup.meetingId, motionId, 'agree');
  await submitPapers(setup.api.app, motionId, cast).expect(202);
  // Five are present, but the vote was opened with four: one of them leaves, and three voters remain.
  await setup.attend(member(3), false);
  const motion = (await setup.chair.as.get(motionAt(setup.meetingId, motionId)).expect(200)).body;
  expect(motion).toMatchObject({ state: 'void', voidedBy: 'quorum_lost', tally: null });
  await submitPapers(setup.api.app, motionId, cast).expect(409);
  expect((await setup.act(motionId, 'close')).status).toBe(409);
});

test('it is taken anew when quorum is back', async () => {
  const [first = ''] = setup.applications;
  await setup.attend(member(4), false);
  const anew = await setup.motionOf(first);
  const early = await setup.act(anew, 'open');
  expect([early.status, early.body.code]).toEqual([422, 'quorum_not_met']);
  await setup.attend(member(3));
  expect((await setup.act(anew, 'open')).body.state).toBe('open');
  for (const index of [0, 1, 2, 3]) {
    await submitPapers(setup.api.app, anew, await fillBallot(member(index).as, setup.meetingId, anew, 'agree')).expect(
      202,
    );
  }
  await setup.act(anew, 'close');
  expect((await setup.motions()).find(({ id }) => id === anew)).toMatchObject({
    round: 2,
    state: 'closed',
    passed: true,
  });
});

test('during a break nothing is opened; a meeting is not closed over an open vote', async () => {
  const [, second = ''] = setup.applications;
  const motionId = await setup.motionOf(second);
  expect((await setup.meet('adjourn')).body.state).toBe('adjourned');
  const early = await setup.act(motionId, 'open');
  expect([early.status, early.body.code]).toEqual([409, 'not_in_session']);
  await setup.meet('resume');
  await setup.act(motionId, 'open');
  expect((await setup.meet('close_session')).body.code).toBe('motion_open');
});

test('the chair opens a vote and closes the meeting at once: one of the two is refused', async () => {
  const [, second = ''] = setup.applications;
  await setup.act(await setup.motionOf(second), 'void', '重新表决');
  const anew = await setup.motionOf(second);
  const both = await Promise.all([setup.act(anew, 'open'), setup.meet('close_session')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
