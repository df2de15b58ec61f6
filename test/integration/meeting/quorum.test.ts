import { fillBallot, handIn, motionAt } from '../../support/voter.js';
import { openRoom, type Room } from './room.js';

let room: Room;
beforeAll(async () => {
  room = await openRoom('quorum', { size: 5, count: 2 });
}, 120_000);
afterAll(() => room.door.close());

const member = (index: number) => {
  const found = room.members[index];
  if (!found) throw new Error(`no member ${index}`);
  return found;
};
const view = async () => (await room.chair.as.get(`/api/meetings/${room.meetingId}`).expect(200)).body;

// A committee of 5 sits with 4: two thirds are 3.33…
test('the meeting opens when enough have signed in themselves, and not before', async () => {
  for (const index of [0, 1, 2]) await room.attend(member(index));
  expect((await view()).quorum).toEqual({ committee: 5, present: 3, fewest: 4, met: false });
  const early = await room.meet('open_session');
  expect([early.status, early.body.code]).toEqual([422, 'quorum_not_met']);
  await room.attend(member(3));
  expect((await room.meet('open_session')).body.state).toBe('in_session');
});

test('nobody but the chair leads it, and nobody signs in for another', async () => {
  await member(1).as.post(`/api/meetings/${room.meetingId}/actions/close_session`).send({}).expect(403);
  await room.office.as('office').post(`/api/meetings/${room.meetingId}/actions/adjourn`).send({}).expect(403);
  await room.office.as('office').put(`/api/meetings/${room.meetingId}/attendance`).send({ present: true }).expect(403);
  expect((await view()).quorum.present).toBe(4);
});

test('whoever comes after a vote was opened takes part in the next one', async () => {
  const [first = ''] = room.applications;
  const motionId = await room.motionOf(first);
  await room.act(motionId, 'open');
  await room.attend(member(4));
  const late = await member(4).as.get(motionAt(room.meetingId, motionId)).expect(200);
  expect([late.body.papers, late.body.keys]).toEqual([null, null]);
  const request = { ballot: Buffer.alloc(256, 1).toString('base64'), receipt: Buffer.alloc(256, 2).toString('base64') };
  const refused = await member(4)
    .as.post(`${motionAt(room.meetingId, motionId)}/tokens`)
    .send(request)
    .expect(403);
  expect(refused.body.code).toBe('not_permitted');
});

test('a vote that loses its quorum in the middle is void, and its ballots count nowhere', async () => {
  const [first = ''] = room.applications;
  const motionId = await room.motionOf(first);
  const cast = await fillBallot(member(1).as, room.meetingId, motionId, 'agree');
  await handIn(room.door.app, motionId, cast).expect(202);
  // Five are in the room, but the vote was opened with four: one of those leaves, and three are left of it.
  await room.attend(member(3), false);
  const motion = (await room.chair.as.get(motionAt(room.meetingId, motionId)).expect(200)).body;
  expect(motion).toMatchObject({ state: 'void', voidedBy: 'quorum_lost', tally: null });
  await handIn(room.door.app, motionId, cast).expect(409);
  expect((await room.act(motionId, 'close')).status).toBe(409);
});

test('it is taken anew when quorum is back', async () => {
  const [first = ''] = room.applications;
  await room.attend(member(4), false);
  const anew = await room.motionOf(first);
  const early = await room.act(anew, 'open');
  expect([early.status, early.body.code]).toEqual([422, 'quorum_not_met']);
  await room.attend(member(3));
  expect((await room.act(anew, 'open')).body.state).toBe('open');
  for (const index of [0, 1, 2, 3]) {
    await handIn(room.door.app, anew, await fillBallot(member(index).as, room.meetingId, anew, 'agree')).expect(202);
  }
  await room.act(anew, 'close');
  expect((await room.motions()).find(({ id }) => id === anew)).toMatchObject({
    round: 2,
    state: 'closed',
    passed: true,
  });
});

test('during a break nothing is opened; a meeting is not closed over an open vote', async () => {
  const [, second = ''] = room.applications;
  const motionId = await room.motionOf(second);
  expect((await room.meet('adjourn')).body.state).toBe('adjourned');
  const early = await room.act(motionId, 'open');
  expect([early.status, early.body.code]).toEqual([409, 'not_in_session']);
  await room.meet('resume');
  await room.act(motionId, 'open');
  expect((await room.meet('close_session')).body.code).toBe('motion_open');
});

test('the chair opens a vote and closes the meeting at once: one of the two is refused', async () => {
  const [, second = ''] = room.applications;
  await room.act(await room.motionOf(second), 'void', '重新表决');
  const anew = await room.motionOf(second);
  const both = await Promise.all([room.act(anew, 'open'), room.meet('close_session')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
