import request from 'supertest';
import { until } from '../../../ops/process/ports.js';
import type { Choice } from '../../../rules/meeting/ballot/choices.js';
import { merkleRoot } from '../../../rules/meeting/ballot/merkle.js';
import { ballotLeaves, receiptLeaf, receiptLeaves } from '../../../rules/meeting/ballot/papers.js';
import { type Cast, fillBallot, makePapers, motionAt, submitPapers } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup } from './meetingSetup.js';

let setup: MeetingSetup;
beforeAll(async () => {
  setup = await openMeetingSetup('ballot', { size: 5, count: 6 });
  for (const member of setup.members) await setup.attend(member);
  await setup.meet('open_session');
}, 120_000);
afterAll(() => setup.api.close());

/** Opens the motion of the next application without a vote. */
let taken = 0;
async function openNext(prepare: (applicationId: string) => Promise<void> = async () => undefined) {
  const applicationId = setup.applications[taken++] ?? '';
  await prepare(applicationId);
  const motionId = await setup.motionOf(applicationId);
  expect((await setup.act(motionId, 'open')).status).toBe(200);
  return { applicationId, motionId };
}
const voteOf = (motionId: string) => async (member: number, choice: Choice) => {
  const cast = await fillBallot(as(member), setup.meetingId, motionId, choice);
  expect((await submitPapers(setup.api.app, motionId, cast)).status).toBe(202);
  return cast;
};
const as = (member: number) => {
  const found = setup.members[member];
  if (!found) throw new Error(`no member ${member}`);
  return found.as;
};
const seen = async (motionId: string) =>
  (await setup.chair.as.get(motionAt(setup.meetingId, motionId)).expect(200)).body;

test('a vote from opening to its count: four of five agree and it passes; nobody sees the count before', async () => {
  const { motionId } = await openNext();
  const vote = voteOf(motionId);
  const casts: Cast[] = [];
  for (const [member, choice] of (['agree', 'disagree', 'agree', 'agree', 'agree'] as const).entries()) {
    casts.push(await vote(member, choice));
  }
  const before = await seen(motionId);
  expect({ state: before.state, tally: before.tally, papersGiven: before.papersGiven }).toEqual({
    state: 'open',
    tally: null,
    papersGiven: 5,
  });
  const { rows } = await setup.api.db.pool.query('SELECT count(*)::int AS n FROM ballots WHERE motion_id = $1', [
    motionId,
  ]);
  expect(rows[0].n).toBe(0);
  await as(1)
    .get(`${motionAt(setup.meetingId, motionId)}/papers`)
    .expect(404);

  expect((await setup.act(motionId, 'close')).body.state).toBe('closed');
  const after = await seen(motionId);
  expect(after).toMatchObject({
    state: 'closed',
    passed: true,
    notCast: 0,
    tally: { committee: 5, attending: 5, recused: 0, agree: 4, disagree: 1, abstain: 0 },
  });
  const { body: papers } = await as(3)
    .get(`${motionAt(setup.meetingId, motionId)}/papers`)
    .expect(200);
  expect(papers.receipts).toEqual(casts.map(({ receipt }) => receipt.serial).toSorted());
  expect(papers.ballotsRoot).toBe(merkleRoot(ballotLeaves(papers.ballots)));
  expect(papers.receiptsRoot).toBe(merkleRoot(receiptLeaves(casts.map(({ receipt }) => receipt))));
  expect(receiptLeaf(casts[0]?.receipt.serial ?? '')).toBe(
    receiptLeaves(papers.receipts.map((serial: string) => ({ serial })))[
      papers.receipts.indexOf(casts[0]?.receipt.serial)
    ],
  );
});

test('two experts at once, each twice: two ballots', async () => {
  const { motionId } = await openNext();
  const both = await Promise.all([0, 1].map((member) => fillBallot(as(member), setup.meetingId, motionId, 'agree')));
  const answers = await Promise.all([...both, ...both].map((cast) => submitPapers(setup.api.app, motionId, cast)));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  // The same paper with another choice, and a second request for papers, change nothing.
  const [first] = both as [Cast, Cast];
  const turned = { ...first, ballot: { ...first.ballot, choice: 'disagree' as const } };
  expect((await submitPapers(setup.api.app, motionId, turned)).body.code).toBe('papers_given');
  const { keys } = (await as(0).get(motionAt(setup.meetingId, motionId))).body;
  const again = await makePapers(motionId, keys);
  const refused = await as(0)
    .post(`${motionAt(setup.meetingId, motionId)}/tokens`)
    .send(again.request)
    .expect(409);
  expect(refused.body.code).toBe('papers_given');
  await setup.act(motionId, 'close');
  await untilClosed(motionId);
  // Three of five requested no papers: they attended and did not agree.
  expect(await seen(motionId)).toMatchObject({
    passed: false,
    notCast: 3,
    tally: { agree: 2, disagree: 0, abstain: 3 },
  });
});

test('the same request for papers is answered the same, however often it is sent', async () => {
  const { motionId } = await openNext();
  const { keys } = (await as(2).get(motionAt(setup.meetingId, motionId))).body;
  const papers = await makePapers(motionId, keys);
  const ask = () =>
    as(2)
      .post(`${motionAt(setup.meetingId, motionId)}/tokens`)
      .send(papers.request);
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect((await seen(motionId)).papersGiven).toBe(1);

  // Papers are valid for one motion only; a receipt is not a ballot, nor another member's receipt one's own.
  const cast = await papers.cast(answers[0]?.body, 'agree');
  const other = await fillBallot(as(3), setup.meetingId, motionId, 'agree');
  const wrong = [
    { ballot: { ...cast.receipt, choice: 'agree' as const }, receipt: cast.ballot },
    { ballot: cast.ballot, receipt: { ...other.receipt, signature: cast.receipt.signature } },
    { ballot: { ...cast.ballot, serial: other.ballot.serial }, receipt: cast.receipt },
  ];
  for (const papersOfNobody of wrong) {
    const sent = {
      ballot: {
        serial: papersOfNobody.ballot.serial,
        signature: papersOfNobody.ballot.signature,
        choice: 'agree' as const,
      },
      receipt: { serial: papersOfNobody.receipt.serial, signature: papersOfNobody.receipt.signature },
    };
    const answer = await submitPapers(setup.api.app, motionId, sent);
    expect([answer.status, answer.body.code]).toEqual([422, 'paper_invalid']);
  }
  await submitPapers(setup.api.app, motionId, cast).expect(202);
  const withAnothersReceipt = await submitPapers(setup.api.app, motionId, {
    ballot: other.ballot,
    receipt: cast.receipt,
  });
  expect(withAnothersReceipt.body.code).toBe('papers_given');

  await setup.act(motionId, 'void', '重新说明议程').then(({ body }) => expect(body.state).toBe('void'));
  const next = await setup.motionOf((await seen(motionId)).application.id);
  expect(next).not.toBe(motionId);
  await setup.act(next, 'open');
  const stale = await submitPapers(setup.api.app, next, cast);
  expect([stale.status, stale.body.code]).toEqual([422, 'paper_invalid']);
  expect((await submitPapers(setup.api.app, motionId, cast)).status).toBe(409);
  await setup.act(next, 'void', '本项不再表决');
});

test('after closing nothing is taken in and nothing given out', async () => {
  const { motionId } = await openNext();
  const late = await fillBallot(as(4), setup.meetingId, motionId, 'agree');
  const { keys } = (await as(3).get(motionAt(setup.meetingId, motionId))).body;
  const papers = await makePapers(motionId, keys);
  const counted = await voteOf(motionId)(0, 'agree');
  await setup.act(motionId, 'close');
  await untilClosed(motionId);
  expect((await submitPapers(setup.api.app, motionId, late)).body.code).toBe('event_not_allowed');
  // A page that missed the end sends a counted ballot again: the answer says so, and it is not counted twice.
  await submitPapers(setup.api.app, motionId, counted).expect(200, { state: 'counted' });
  const turned = { ...counted, ballot: { ...counted.ballot, choice: 'disagree' as const } };
  expect((await submitPapers(setup.api.app, motionId, turned)).status).toBe(409);
  const refused = await as(3)
    .post(`${motionAt(setup.meetingId, motionId)}/tokens`)
    .send(papers.request)
    .expect(409);
  expect(refused.body.code).toBe('event_not_allowed');
  expect(await seen(motionId)).toMatchObject({ notCast: 4, tally: { agree: 1, abstain: 4 } });
});

test('for whoever is recused there is no such motion, on any route, and other applications stay theirs', async () => {
  const [, recused] = setup.members;
  if (!recused) throw new Error('five members');
  const { motionId, applicationId } = await openNext((id) => setup.recuse(recused, id));
  const at = motionAt(setup.meetingId, motionId);
  const { keys } = (await as(0).get(at).expect(200)).body;
  const papers = await makePapers(motionId, keys);
  await recused.as.get(at).expect(404);
  await recused.as.get(`${at}/papers`).expect(404);
  await recused.as.post(`${at}/tokens`).send(papers.request).expect(404);
  await recused.as.post(`${at}/actions/close`).send({}).expect(404);
  expect((await recused.as.get(`/api/meetings/${setup.meetingId}`).expect(200)).body.current).toBeNull();
  const list = await setup.motions(recused.as);
  expect(list.map(({ application }) => application.id)).not.toContain(applicationId);
  expect(list.length).toBeGreaterThan(0);
  for (const member of [0, 2, 3]) await voteOf(motionId)(member, 'agree');
  await setup.act(motionId, 'close');
  await untilClosed(motionId);
  // Three of four voters agree: more than two thirds.
  expect(await seen(motionId)).toMatchObject({
    passed: true,
    tally: { attending: 5, recused: 1, agree: 3, abstain: 1 },
  });
  await recused.as.get(`${at}/papers`).expect(404);
});

test('a voter recused after taking papers leaves the vote void, and it is taken anew without them', async () => {
  const { motionId, applicationId } = await openNext();
  const [, , recused] = setup.members;
  if (!recused) throw new Error('five members');
  await voteOf(motionId)(2, 'disagree');
  await setup.recuse(recused, applicationId);
  const { keys } = (await as(0).get(motionAt(setup.meetingId, motionId))).body;
  const papers = await makePapers(motionId, keys);
  await recused.as
    .post(`${motionAt(setup.meetingId, motionId)}/tokens`)
    .send(papers.request)
    .expect(404);
  expect((await setup.act(motionId, 'close')).body.state).toBe('void');
  expect(await seen(motionId)).toMatchObject({ state: 'void', voidedBy: 'voter_recused', tally: null });
  const next = await setup.motionOf(applicationId);
  await setup.act(next, 'open');
  for (const member of [0, 1, 3, 4]) await voteOf(next)(member, 'agree');
  await setup.act(next, 'close');
  expect(await seen(next)).toMatchObject({ round: 2, state: 'closed', tally: { recused: 1, agree: 4, disagree: 0 } });
});

test('a stranger learns of no meeting, and an office gets no papers', async () => {
  const stranger = setup.office.as('expert');
  await stranger.get(`/api/meetings/${setup.meetingId}`).expect(404);
  await stranger.get(`/api/meetings/${setup.meetingId}/motions`).expect(404);
  await request(setup.api.app).get(`/api/meetings/${setup.meetingId}`).expect(401);
  const [motion] = await setup.motions();
  await setup.office
    .as('office')
    .post(`${motionAt(setup.meetingId, motion?.id ?? '')}/tokens`)
    .send({})
    .expect(404);
});

async function untilClosed(motionId: string): Promise<void> {
  expect(await until(async () => (await seen(motionId)).state === 'closed', { timeoutMs: 30_000 })).toBe(true);
}
