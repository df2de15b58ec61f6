import { spawnSync } from 'node:child_process';
import { constants, generateKeyPairSync, sign as rsaSign } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import request from 'supertest';
import { signFile } from '../../../api/proof/signedFile.js';
import { createSigner, type PublicKey } from '../../../config/signingKeys.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { verifyFile } from '../../../ops/verify/verifyFile.js';
import { countApplied, outcomesAfter } from '../../../records/meeting/outcomes.js';
import { canonical } from '../../../rules/canonical.js';
import { countBallots } from '../../../rules/meeting/ballot/count.js';
import { merkleRoot } from '../../../rules/meeting/ballot/merkle.js';
import type { BallotFile } from '../../../rules/meeting/ballot/minutes.js';
import { minutesHashOf } from '../../../rules/meeting/ballot/minutes.js';
import { minutesText } from '../../../rules/meeting/ballot/minutesSignature.js';
import { ballotLeaves, messageOf, type PaperKind, receiptLeaves } from '../../../rules/meeting/ballot/papers.js';
import { thresholdMet } from '../../../rules/meeting/meeting.js';
import { aksu2024 } from '../../../rules/policy/campaigns/aksu2024.js';
import { password } from '../../support/office.js';
import { fillBallot, submitPapers } from '../../support/voter.js';
import { type MeetingSetup, openMeetingSetup } from './meetingSetup.js';

const options = { modulusLength: 2048 } as const;
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
  const publicKeys = async () =>
    (await request(setup.api.app).get('/api/proof/keys').expect(200)).body as { readonly keys: readonly PublicKey[] };
  const verdictOf = async (text: string) => await verifyFile('ballot', text, (await publicKeys()).keys);

  test('is checked offline from end to end', async () => {
    const text = canonical(await exported());
    expect(await verdictOf(text)).toMatchObject({ difference: null });
    const { dataDir } = setup.api.deps;
    const at = path.join(dataDir, 'ballot.json');
    await writeFile(at, text);
    await writeFile(path.join(dataDir, 'public-keys.json'), JSON.stringify(await publicKeys()));
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'ops/verify.ts', 'ballot', at], { encoding: 'utf8' });
    expect(run.stdout).toContain('everything agrees');
    expect(run.status).toBe(0);
  });

  test('and every bit turned in it is found', async () => {
    const bytes = Buffer.from(canonical(await exported()));
    const { keys } = await publicKeys();
    const bit = fc.tuple(fc.nat(bytes.length - 1), fc.nat(7));
    const found = fc.asyncProperty(bit, async ([place, shift]) => {
      const turned = Buffer.from(bytes);
      turned[place] = (turned[place] ?? 0) ^ (1 << shift);
      expect((await verifyFile('ballot', turned.toString('utf8'), keys)).difference).not.toBeNull();
    });
    // As in test/unit/ops/verify.test.ts.
    await fc.assert(found, { numRuns: Number(process.env.FLIPS ?? 100) });
  });

  type Edited = {
    minutes: { motions: Record<string, unknown>[] } & Record<string, unknown>;
    minutesHash: string;
    papers: { ballots: Record<string, unknown>[]; receipts: Record<string, unknown>[] }[];
  };
  /** The file after an edit, signed as a whole, and its minutes too, by whoever holds these keys. */
  const resigned = async (dataDir: string, change: (file: Edited) => void, rehash: boolean) => {
    const { signature: _, ...file } = structuredClone(await exported()) as BallotFile & { signature: unknown };
    change(file as never);
    const signer = createSigner(dataDir);
    const minutesHash = rehash ? minutesHashOf(file.minutes) : file.minutesHash;
    const { by, at } = file.signed;
    const text = minutesText({ meetingId: file.minutes.meetingId, minutesHash, by, at });
    const signed = { by, at, signature: await signer.sign(text) };
    return canonical(await signFile(signer, { ...file, minutesHash, signed }));
  };

  test('under keys of somebody else does not pass, however it was turned round', async () => {
    const { folder, remove } = await throwawayFolder();
    const forged = await resigned(
      folder,
      ({ minutes: { motions }, papers }) => {
        const [ballotKey, receiptKey] = [generateKeyPairSync('rsa', options), generateKeyPairSync('rsa', options)];
        for (const [index, motion] of motions.filter(({ tally }) => tally !== null).entries()) {
          const own = papers[index];
          if (!own) throw new Error('a counted motion has papers');
          const sign = (kind: PaperKind, { privateKey }: typeof ballotKey, serial: string) =>
            rsaSign('sha384', Buffer.from(messageOf(kind, String(motion.motionId), serial)), {
              key: privateKey,
              padding: constants.RSA_PKCS1_PSS_PADDING,
              saltLength: 48,
            }).toString('base64');
          own.ballots = own.ballots.map(({ serial, choice }) => ({
            serial,
            signature: sign('ballot', ballotKey, String(serial)),
            choice: choice === 'agree' ? 'disagree' : 'agree',
          }));
          own.receipts = own.receipts.map(({ serial }) => ({
            serial,
            signature: sign('receipt', receiptKey, String(serial)),
          }));
          const { tally: count, notCast } = countBallots(own.ballots as never, motion.tally as never);
          Object.assign(motion, {
            tally: count,
            notCast,
            passed: thresholdMet(count, aksu2024),
            ballotsRoot: merkleRoot(ballotLeaves(own.ballots as never)),
            receiptsRoot: merkleRoot(receiptLeaves(own.receipts as never)),
            ballotKey: ballotKey.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
            receiptKey: receiptKey.publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
          });
        }
      },
      true,
    );
    expect(await verifyFile('ballot', forged, await createSigner(folder).publicKeys())).toMatchObject({
      difference: null,
    });
    expect((await verdictOf(forged)).difference).toContain('signed by the installation');
    // The whole file signed by the installation, its minutes not: the keys of the ballots stand in the signed minutes.
    const { signature: _, ...content } = JSON.parse(forged);
    const exportedAnew = canonical(await signFile(createSigner(setup.api.deps.dataDir), content));
    expect((await verdictOf(exportedAnew)).difference).toContain('signed as the chair signed them');
    await remove();
  });

  const edit = (change: (file: Edited) => void, rehash: boolean) => async () =>
    (await verdictOf(await resigned(setup.api.deps.dataDir, change, rehash))).difference;
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

  test('of something else is no export', async () => {
    for (const text of ['null', '{}', '[]', 'x', '{"format":"pingshen-ballot-1"}'])
      expect((await verdictOf(text)).difference).toContain('pingshen-ballot-1');
  });
});
