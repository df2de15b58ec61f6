import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { verifyBallots } from '../../../ops/verify/ballot.js';
import { countApplied, outcomesAfter } from '../../../records/meeting/outcomes.js';
import type { BallotFile } from '../../../rules/meeting/ballot/minutes.js';
import { minutesHashOf } from '../../../rules/meeting/ballot/minutes.js';
import { password } from '../../support/office.js';
import { fillBallot, submitPapers } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup } from './meetingSetup.js';

let setup: MeetingSetup;
let proof: () => { readonly password: string; readonly code: string };
const outcomes = async () => await outcomesAfter(setup.api.db, { meetingId: setup.meetingId, after: null, limit: 10 });
const minutes = async () => (await setup.chair.as.get(`/api/meetings/${setup.meetingId}/minutes`).expect(200)).body;
const exported = async (): Promise<BallotFile> =>
  (await setup.office.as('supervisor').get(`/api/meetings/${setup.meetingId}/export`).expect(200)).body;

beforeAll(async () => {
  setup = await openMeetingSetup('minutes', { size: 3, count: 3 });
  for (const member of setup.members) await setup.attend(member);
  await setup.meet('open_session');
  for (const [index, applicationId] of setup.applications.slice(0, 2).entries()) {
    const motionId = await setup.motionOf(applicationId);
    await setup.act(motionId, 'open');
    for (const member of setup.members) {
      const choice = index === 0 ? 'agree' : 'disagree';
      await submitPapers(
        setup.api.app,
        motionId,
        await fillBallot(member.as, setup.meetingId, motionId, choice),
      ).expect(202);
    }
    await setup.act(motionId, 'close');
  }
}, 120_000);
afterAll(() => setup.api.close());

test('results are told by the chair, and the minutes are read from then on by those who may', async () => {
  await setup.meet('close_session');
  await setup.chair.as.get(`/api/meetings/${setup.meetingId}/minutes`).expect(409);
  expect((await setup.meet('announce')).body.state).toBe('announced');
  expect(await minutes()).toMatchObject({ corrections: [] });
  await setup.members[1]?.as.get(`/api/meetings/${setup.meetingId}/minutes`).expect(403);
  await setup.members[1]?.as.get(`/api/meetings/${setup.meetingId}/export`).expect(403);
  const { text } = await setup.chair.as.get(`/api/meetings/${setup.meetingId}/minutes.html`).expect(200);
  expect(text).toContain('未签署');
  expect(text).toContain('委员1');
});

test('they are signed as they were read, with the password and a code that is good once', async () => {
  const { minutesHash } = await minutes();
  proof = await setup.authenticator(setup.chair);
  const guessed = await setup.meet('sign', { minutesHash, proof: { password, code: '000000' } });
  expect(guessed.body.code).toBe('second_factor_failed');
  const stale = await setup.meet('sign', { minutesHash: '0'.repeat(64), proof: proof() });
  expect([stale.status, stale.body.code]).toEqual([409, 'stale_page']);
  const used = proof();
  const wrong = await setup.meet('sign', { minutesHash, proof: { ...used, password: 'not the password' } });
  expect(wrong.body.code).toBe('second_factor_failed');
  expect(await outcomes()).toEqual([]);
  expect((await setup.meet('sign', { minutesHash, proof: used })).body).toMatchObject({ state: 'signed' });
});

test('a signed meeting tells its outcomes, and nothing of it changes any more', async () => {
  const reported = await outcomes();
  expect(reported.map(({ applicationId }) => applicationId)).toEqual(setup.applications.slice(0, 2).toSorted());
  expect((await countApplied(setup.api.db, setup.meetingId)).total).toBe(2);
  const [first] = reported;
  expect(
    await outcomesAfter(setup.api.db, { meetingId: setup.meetingId, after: first?.applicationId ?? null, limit: 10 }),
  ).toEqual(reported.slice(1));
  const { pool } = setup.api.db;
  const refused = [
    `UPDATE meetings SET minutes = '{}' WHERE id = $1`,
    `UPDATE meetings SET state = 'announced' WHERE id = $1`,
    `DELETE FROM attendances WHERE meeting_id = $1`,
    `UPDATE motions SET ordinal = 9 WHERE meeting_id = $1 AND state = 'waiting'`,
    `DELETE FROM motions WHERE meeting_id = $1 AND state = 'waiting'`,
  ];
  for (const text of refused) await expect(pool.query(text, [setup.meetingId])).rejects.toThrow('changed');
  expect((await setup.meet('announce')).status).toBe(409);
});

test('a correction is a record of its own that refers to what was signed', async () => {
  const before = await minutes();
  const wordless = await setup.meet('correct', { proof: proof() });
  expect(wordless.body.code).toBe('free_text_missing');
  const fresh = await setup.meet('correct', { reason: '第2项的专业应为化工', proof: proof() });
  expect([fresh.status, fresh.body.code ?? '']).toEqual([200, '']);
  const after = await minutes();
  expect(after.minutesHash).toBe(before.minutesHash);
  expect(after.minutes).toEqual(before.minutes);
  expect(after.corrections).toEqual([
    expect.objectContaining({ ordinal: 1, reason: '第2项的专业应为化工', prevHash: before.minutesHash }),
  ]);
  await expect(setup.api.db.pool.query('DELETE FROM meeting_corrections')).rejects.toThrow('not changed');
});

describe('The export', () => {
  test('is checked offline from end to end', async () => {
    const file = await exported();
    expect(verifyBallots(file)).toMatchObject({ difference: null });
    const at = path.join(setup.api.deps.dataDir, 'ballot.json');
    await writeFile(at, JSON.stringify(file));
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'ops/verify.ts', 'ballot', at], { encoding: 'utf8' });
    expect(run.stdout).toContain('everything agrees');
    expect(run.status).toBe(0);
  });

  const edit =
    (
      change: (file: {
        minutes: { motions: Record<string, unknown>[] } & Record<string, unknown>;
        minutesHash: string;
        papers: { ballots: Record<string, unknown>[]; receipts: Record<string, unknown>[] }[];
      }) => void,
      rehash: boolean,
    ) =>
    async () => {
      const file = structuredClone(await exported());
      change(file as never);
      return verifyBallots(rehash ? { ...file, minutesHash: minutesHashOf(file.minutes) } : file).difference;
    };
  test.each([
    [
      'another day in the minutes',
      edit((file) => Object.assign(file.minutes, { heldOn: '2024-01-01' }), false),
      'the minutes are those of their hash',
    ],
    [
      'a ballot that says something else',
      edit((file) => Object.assign(file.papers[0]?.ballots[0] ?? {}, { choice: 'disagree' }), true),
      'Merkle roots',
    ],
    [
      'a ballot nobody signed',
      edit((file) => Object.assign(file.papers[0]?.ballots[0] ?? {}, { serial: '0'.repeat(64) }), true),
      'was signed for its vote',
    ],
    [
      'a ballot of another vote',
      edit((file) => file.papers[0]?.ballots.push(file.papers[1]?.ballots[0] ?? {}), true),
      'was signed for its vote',
    ],
    [
      'a ballot twice',
      edit((file) => file.papers[0]?.ballots.push({ ...file.papers[0]?.ballots[0] }), true),
      'no number comes twice',
    ],
    ['a ballot left out', edit((file) => file.papers[0]?.ballots.pop(), true), 'as many receipts as ballots'],
    [
      'more ballots than papers were given out',
      edit((file) => Object.assign(file.minutes.motions[0] ?? {}, { tokens: 2 }), true),
      'no more ballots than were given out',
    ],
    [
      'another count',
      edit(
        (file) =>
          Object.assign(file.minutes.motions[0] ?? {}, {
            tally: { committee: 3, attending: 3, recused: 0, agree: 2, disagree: 1, abstain: 0 },
          }),
        true,
      ),
      'the count is the same',
    ],
    [
      'another result',
      edit((file) => Object.assign(file.minutes.motions[1] ?? {}, { passed: true }), true),
      'follow from the threshold',
    ],
    ['a vote without its papers', edit((file) => file.papers.pop(), true), 'papers for every vote'],
  ])('with %s is found out', async (_what, tampered, found) => {
    expect(await tampered()).toContain(found);
  });

  test('of something else is no export', () => {
    for (const file of [null, {}, [], 'x', { format: 'pingshen-ballot-1' }])
      expect(verifyBallots(file).difference).not.toBeNull();
  });
});
