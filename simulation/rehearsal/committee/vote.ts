import pMap from 'p-map';
import type { Tally } from '../../../rules/application/facts.js';
import type { Choice } from '../../../rules/meeting/ballot/choices.js';
import { thresholdMet } from '../../../rules/meeting/meeting.js';
import { proposedTally } from '../model/stepDefaults.js';
import { createBlindedPaper } from './blindedPaper.js';
import { type CaseStep, type Seated, seatedFor, type Workspace } from './workspace.js';

/** The vote on one application, with the voters' receipts. */
export interface Vote {
  readonly motionId: string;
  readonly tally: Tally;
  readonly receipts: readonly string[];
}
interface Motion {
  readonly state: string;
  readonly tally: Tally | null;
  readonly passed: boolean | null;
  readonly keys: { readonly ballot: string; readonly receipt: string } | null;
}

const atOnce = 6;

/**
 * Holds a secret vote that results in the planned tally: who is absent or recused, and what the others choose. The
 * chair is recused first, so that the deputy presides.
 */
export async function vote(
  workspace: Workspace,
  meetingId: string,
  motionId: string,
  caseStep: CaseStep,
): Promise<Vote> {
  const { checkLog } = workspace;
  const seated = seatedFor(workspace, caseStep);
  const [chair, deputy] = seated;
  if (!chair || !deputy) throw new Error('the committee has no chair or deputy');
  const { run, step } = caseStep;
  const name = run.testCase.name;
  const tally = proposedTally(step.data);
  const away = seated.slice(2, 2 + seated.length - tally.attending);
  const recused = tally.recused === 0 ? [] : [chair, ...seated.slice(seated.length - tally.recused + 1)];
  const { apiClient: leader } = recused.length === 0 ? chair : deputy;
  const voters = seated.filter((member) => !away.includes(member) && !recused.includes(member));
  const meeting = `/api/meetings/${meetingId}`;
  const motion = `${meeting}/motions/${motionId}`;
  for (const { apiClient } of recused) {
    const json = { applicationId: run.id, reason: '师生关系' };
    await apiClient.done('POST', `${workspace.campaign}/recusals`, { json });
  }
  for (const { apiClient } of away) await apiClient.done('PUT', `${meeting}/attendance`, { json: { present: false } });
  await leader.done('POST', `${motion}/actions/open`, { json: {} });
  for (const { apiClient } of recused) {
    checkLog.expect('ballot', `${name}, recused`, (await apiClient.request('GET', motion)).status, 404);
  }
  const receipts = await castAll(workspace, motion, motionId, voters, tally);
  await leader.done('POST', `${motion}/actions/close`, { json: {} });
  const counted = await leader.done<Motion>('GET', motion);
  checkLog.expect('ballot', name, [counted.state, counted.tally], ['closed', tally]);
  checkLog.expect('ballot', `${name}, passed`, counted.passed, thresholdMet(tally, workspace.policy));
  for (const { apiClient } of away) await apiClient.done('PUT', `${meeting}/attendance`, { json: { present: true } });
  return { motionId, tally, receipts };
}

/** All voters fetch papers and submit them anonymously. Who chooses what differs from vote to vote. */
async function castAll(
  workspace: Workspace,
  motion: string,
  motionId: string,
  voters: readonly Seated[],
  { agree, disagree, abstain }: Tally,
): Promise<readonly string[]> {
  const choices: readonly Choice[] = [
    ...Array<Choice>(agree).fill('agree'),
    ...Array<Choice>(disagree).fill('disagree'),
    ...Array<Choice>(abstain).fill('abstain'),
  ];
  const first = Number.parseInt(motionId.slice(0, 4), 16);
  const anonymous = workspace.clients.anonymous();
  return await pMap(
    voters.entries(),
    async ([index, { apiClient }]) => {
      const choice = choices[(first + index) % choices.length] ?? 'abstain';
      const { keys } = await apiClient.done<Motion>('GET', motion);
      if (!keys) throw new Error('a voter was given no keys');
      const ballot = createBlindedPaper('ballot', motionId, keys.ballot);
      const receipt = createBlindedPaper('receipt', motionId, keys.receipt);
      const json = { ballot: ballot.blinded, receipt: receipt.blinded };
      const signed = await apiClient.done<{ ballot: string; receipt: string }>('POST', `${motion}/tokens`, { json });
      const cast = {
        ballot: { serial: ballot.serial, signature: ballot.unblind(signed.ballot), choice },
        receipt: { serial: receipt.serial, signature: receipt.unblind(signed.receipt) },
      };
      await anonymous.done('POST', `/api/ballots/${motionId}`, { json: cast });
      return receipt.serial;
    },
    { concurrency: atOnce },
  );
}
