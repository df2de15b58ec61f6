import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import type { PublicKey } from '../../../config/signingKeys.js';
import { verifyFile } from '../../../ops/verify/verifyFile.js';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { canonical } from '../../../rules/canonical.js';
import type { BallotFile } from '../../../rules/meeting/ballot/minutes.js';
import type { ApiClient, Reply } from '../../http/apiClient.js';
import { password } from '../environment/seedDirectory.js';
import { progressOf, statusOf } from './announceCampaign.js';
import { type Vote, vote } from './vote.js';
import { type CaseStep, committeeFor, peopleOf, type Workspace } from './workspace.js';

const atOnce = 8;
const longestFanOut = 120_000;

/** Holds the review meeting of each committee that judges some of these applications, one after the other. */
export async function holdMeetings(workspace: Workspace, caseSteps: readonly CaseStep[]): Promise<readonly Reply[]> {
  const replies = new Map<CaseStep, Reply>();
  const committees = [...new Set(caseSteps.map((one) => committeeFor(workspace, one)))];
  for (const committee of committees) {
    const own = caseSteps.filter((one) => committeeFor(workspace, one) === committee);
    const answers = await holdMeeting(workspace, { committee, isLast: committee === committees.at(-1) }, own);
    for (const [index, one] of own.entries()) replies.set(one, answers[index] ?? { status: 0, body: {} });
  }
  return caseSteps.map((one) => replies.get(one) ?? { status: 0, body: {} });
}

/**
 * Holds a review meeting: convened, all members present, one secret vote for each application, announced and signed by
 * the chair. Then the campaign applies the outcomes to the applications.
 */
async function holdMeeting(
  workspace: Workspace,
  { committee, isLast }: { readonly committee: string; readonly isLast: boolean },
  caseSteps: readonly CaseStep[],
): Promise<readonly Reply[]> {
  const { campaign, clock, checkLog } = workspace;
  const seated = workspace.seated.get(committee) ?? [];
  const { office } = peopleOf(workspace);
  const [chair] = seated;
  if (!chair) throw new Error('the committee has no chair');
  const heldOn = localDateOf(clock.now());
  const { id } = await office.done<{ id: string }>('POST', `${campaign}/meetings`, {
    json: { committee, heldOn, begins: '09:30', place: '三楼会议室' },
  });
  const meeting = `/api/meetings/${id}`;
  await until('the campaign knows of the meeting', async () =>
    (await progressOf(workspace)).meetings.some(({ meetingId }) => meetingId === id),
  );
  checkLog.expect('progress', `${heldOn}, convened`, await statusOf(workspace), 'meeting');
  await pMap(
    seated,
    async ({ apiClient }) => {
      await apiClient.done('PUT', `${meeting}/attendance`, { json: { present: true } });
    },
    { concurrency: atOnce },
  );
  const lead = (event: string, json: object = {}) =>
    chair.apiClient.done('POST', `${meeting}/actions/${event}`, { json });
  await lead('open_session');

  const votes = await voteOnAll(workspace, meeting, id, caseSteps);
  await lead('close_session');
  await lead('announce');
  const { minutesHash } = await chair.apiClient.done<{ minutesHash: string }>('GET', `${meeting}/minutes`);
  const code = workspace.clients.code(chair.email);
  await lead('sign', { minutesHash, proof: { password, code } });
  workspace.meetings += 1;

  const file = await office.done<BallotFile>('GET', `${meeting}/export`);
  const ballots = await checkFile(workspace, heldOn, file, votes);
  const applied = await fanOut(workspace, id, heldOn, votes.length);
  checkLog.expect('progress', `${heldOn}, applied`, await statusOf(workspace), isLast ? 'public_notice' : 'meeting');
  checkLog.note(
    `评审会 / meeting ${heldOn}: 表决 / votes ${votes.length}，选票 / ballots ${ballots}，离线核验 / verified ✓；` +
      `落实 / applied ${applied}`,
  );
  return await outcomesOf(office, caseSteps);
}

async function voteOnAll(
  workspace: Workspace,
  meeting: string,
  id: string,
  caseSteps: readonly CaseStep[],
): Promise<readonly Vote[]> {
  const { office } = peopleOf(workspace);
  const { items } = await office.done<{
    items: readonly { readonly id: string; readonly application: { readonly id: string } }[];
  }>('GET', `${meeting}/motions`);
  const votes: Vote[] = [];
  for (const caseStep of caseSteps) {
    const motion = items.find(({ application }) => application.id === caseStep.run.id);
    if (motion) votes.push(await vote(workspace, id, motion.id, caseStep));
    else workspace.checkLog.fail('ballot', caseStep.run.testCase.name, 'not on the agenda');
  }
  return votes;
}

/**
 * Verifies the exported file offline and looks for each voter's receipt.
 *
 * @returns the number of ballots
 */
async function checkFile(
  { checkLog, clients }: Workspace,
  heldOn: string,
  file: BallotFile,
  votes: readonly Vote[],
): Promise<number> {
  const { keys } = await clients.anonymous().done<{ keys: readonly PublicKey[] }>('GET', '/api/proof/keys');
  const { difference } = await verifyFile('ballot', canonical(file), keys);
  checkLog.expect('ballot', `${heldOn}, verify -- ballot`, difference, null);
  const there = new Set(file.papers.flatMap(({ receipts }) => receipts.map(({ serial }) => serial)));
  const kept = votes.flatMap(({ receipts }) => receipts);
  checkLog.expect('ballot', `${heldOn}, receipts missing`, kept.filter((serial) => !there.has(serial)).length, 0);
  checkLog.expect('ballot', `${heldOn}, receipts`, there.size, kept.length);
  return file.papers.reduce((sum, { ballots }) => sum + ballots.length, 0);
}

async function fanOut(workspace: Workspace, id: string, heldOn: string, total: number): Promise<number> {
  const counts = async () =>
    (await progressOf(workspace)).meetings.find(({ meetingId }) => meetingId === id)?.counts ?? null;
  await until('the outcomes are applied', async () => (await counts()) !== null);
  const applied = await counts();
  workspace.checkLog.expect('fan_out', heldOn, applied, { total, moved: total, refused: 0 });
  return applied?.moved ?? 0;
}

/** The outcome of each application as the office reads it. */
async function outcomesOf(office: ApiClient, caseSteps: readonly CaseStep[]): Promise<readonly Reply[]> {
  return await pMap(
    caseSteps,
    async ({ run }): Promise<Reply> => {
      const { status, body } = await office.request('GET', `/api/applications/${run.id}`);
      const moved = status === 200 && body.status !== 'review';
      return moved ? { status, body: {} } : { status: 0, body: { code: 'not_moved', detail: body.status } };
    },
    { concurrency: atOnce },
  );
}

/** Polls until a condition holds. @throws Error after two minutes */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + longestFanOut; performance.now() < end; await sleep(50)) {
    if (await isSo()) return;
  }
  throw new Error(`did not happen: ${what}`);
}
