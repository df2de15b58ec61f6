import {
  HeldAnswer,
  MeetingAnswer,
  MinutesAnswer,
  MotionAnswer,
  MotionsAnswer,
  PapersAnswer,
} from '../../../api/meetings/answers.js';
import { until } from '../../../ops/process/ports.js';
import type { Caller } from '../../support/office.js';
import { fillBallot, motionAt, submitPapers } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup } from './meetingSetup.js';

let setup: MeetingSetup;
let motionId: string;
beforeAll(async () => {
  setup = await openMeetingSetup('leaks', { size: 5, count: 1 });
  for (const member of setup.members) await setup.attend(member);
  await setup.meet('open_session');
  motionId = await setup.motionOf(setup.applications[0] ?? '');
  await setup.act(motionId, 'open');
}, 120_000);
afterAll(() => setup.api.close());

/** Everything a person can read of a meeting, including status codes. */
async function everythingOf(as: Caller) {
  const at = `/api/meetings/${setup.meetingId}`;
  const paths = [
    ...[at, `${at}/motions`, motionAt(setup.meetingId, motionId), `${motionAt(setup.meetingId, motionId)}/papers`],
    ...[`${at}/minutes`, `${at}/minutes.html`, `${at}/export`, '/api/me/meetings'],
  ];
  const answers = await Promise.all(paths.map((path) => as.get(path)));
  return answers.map(({ status, text, headers }, index) => [paths[index], status, text, headers.etag]);
}

const vote = async (index: number) => {
  const as = setup.members[index]?.as;
  if (!as) throw new Error(`no member ${index}`);
  const cast = await fillBallot(as, setup.meetingId, motionId, index % 2 ? 'agree' : 'disagree');
  HeldAnswer.parse((await submitPapers(setup.api.app, motionId, cast).expect(202)).body);
};

test('while a vote is open nothing anybody but the chair can read changes when others take papers or vote', async () => {
  const onlookers = {
    member: setup.members[4]?.as,
    office: setup.office.as('office'),
    supervisor: setup.office.as('supervisor'),
    stranger: setup.office.as('expert'),
    operator: setup.office.as('operator'),
    applicant: setup.office.as('applicant'),
  };
  const see = async () =>
    await Promise.all(
      Object.values(onlookers).map((as) => (as ? everythingOf(as) : Promise.reject(new Error('five members')))),
    );
  const before = await see();
  for (const index of [0, 1, 2]) await vote(index);
  expect(await see()).toEqual(before);
});

test('a voter learns of their own papers and of no others; the chair learns how many, and no names', async () => {
  const at = motionAt(setup.meetingId, motionId);
  const [own, others, chairs] = await Promise.all(
    [setup.members[1], setup.members[4], setup.chair].map(async (one) =>
      MotionAnswer.parse((await one?.as.get(at).expect(200))?.body),
    ),
  );
  expect([own?.papers, own?.papersGiven, own?.actions]).toEqual(['given', null, []]);
  expect([others?.papers, others?.papersGiven]).toEqual(['none', null]);
  expect(chairs?.papersGiven).toBe(3);
  const text = JSON.stringify((await setup.chair.as.get(`/api/meetings/${setup.meetingId}`).expect(200)).body.current);
  for (const { expertId, personId } of setup.members) {
    expect(text).not.toContain(expertId);
    expect(text).not.toContain(personId);
  }
});

const at = () => `/api/meetings/${setup.meetingId}`;

test('a supervisor is told a count once the meeting has been, and sees ballots once the minutes are signed', async () => {
  const supervisor = setup.office.as('supervisor');
  const papers = async () => (await supervisor.get(`${motionAt(setup.meetingId, motionId)}/papers`)).status;
  const counts = async () => {
    const [line] = (await supervisor.get(`${at()}/motions`).expect(200)).body.items;
    const one = (await supervisor.get(motionAt(setup.meetingId, motionId)).expect(200)).body;
    for (const shown of [line, one]) {
      const { tally, notCast, passed, ballotsRoot, receiptsRoot } = shown;
      expect([tally, notCast, passed, ballotsRoot, receiptsRoot].every((part) => part === null)).toBe(tally === null);
    }
    expect(one.tally).toEqual(line.tally);
    return line.tally;
  };
  await setup.act(motionId, 'close');
  const closed = async () => (await setup.chair.as.get(motionAt(setup.meetingId, motionId))).body.state === 'closed';
  expect(await until(closed, { timeoutMs: 30_000 })).toBe(true);
  expect((await setup.chair.as.get(motionAt(setup.meetingId, motionId))).body.tally).toMatchObject({ attending: 5 });
  expect([await counts(), await papers()]).toEqual([null, 404]);
  const view = (await supervisor.get(at()).expect(200)).body;
  expect([view.members, view.me, view.actions]).toEqual([null, null, []]);
  await supervisor
    .post(`${motionAt(setup.meetingId, motionId)}/actions/open`)
    .send({})
    .expect(404);
  for (const hidden of ['minutes', 'minutes.html', 'export']) await supervisor.get(`${at()}/${hidden}`).expect(409);
});

test('what is answered is what the reference says', async () => {
  const at = `/api/meetings/${setup.meetingId}`;
  for (const as of [setup.chair.as, setup.office.as('supervisor')]) {
    MeetingAnswer.parse((await as.get(at).expect(200)).body);
    MotionsAnswer.parse((await as.get(`${at}/motions`).expect(200)).body);
  }
  PapersAnswer.parse((await setup.chair.as.get(`${motionAt(setup.meetingId, motionId)}/papers`).expect(200)).body);
  await setup.meet('close_session');
  await setup.meet('announce');
  MinutesAnswer.parse((await setup.chair.as.get(`${at}/minutes`).expect(200)).body);
});

test('once announced the supervisor has the counts, and once signed the lists and the file', async () => {
  const supervisor = setup.office.as('supervisor');
  const [line] = (await supervisor.get(`${at()}/motions`).expect(200)).body.items;
  expect(line.tally).toMatchObject({ committee: 5, attending: 5 });
  await supervisor.get(`${motionAt(setup.meetingId, motionId)}/papers`).expect(404);
  expect((await supervisor.get(`${at()}/export`).expect(409)).body.detail).toContain('签署后');
  const proof = await setup.authenticator(setup.chair);
  const { minutesHash } = (await setup.chair.as.get(`${at()}/minutes`).expect(200)).body;
  await setup.meet('sign', { minutesHash, proof: proof() }).then(({ status }) => expect(status).toBe(200));
  const { body } = await supervisor.get(`${motionAt(setup.meetingId, motionId)}/papers`).expect(200);
  expect(body.ballots).toHaveLength(3);
  await supervisor.get(`${at()}/export`).expect(200);
});
