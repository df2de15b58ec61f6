import type { PublicKey } from '../../../config/signingKeys.js';
import { verifyFile } from '../../../ops/verify/verifyFile.js';
import { isFinal } from '../../../rules/application/lifecycle.js';
import { localDateOf } from '../../../rules/calendar/instant.js';
import { canonical } from '../../../rules/canonical.js';
import { statusOf } from './announceCampaign.js';
import { reapplyUnderSanction } from './reapplyUnderSanction.js';
import { peopleOf, type Workspace } from './workspace.js';

interface Title {
  readonly applicationId: string;
  readonly number: string;
  readonly name: string;
}

/**
 * Counts the certificates and looks one up; revokes a title for fraud, which bars its holder from applying again; files
 * the results, closes the campaign, and verifies its record offline.
 */
export async function finishCampaign(workspace: Workspace): Promise<void> {
  const titles = await countTitles(workspace);
  if (titles[0]) {
    await revoke(workspace, titles[0]);
    await reapplyUnderSanction(workspace, titles[0].applicationId);
  }
  await close(workspace);
  await verifyRecord(workspace);
}

async function countTitles(workspace: Workspace): Promise<readonly Title[]> {
  const { campaign, expected, checkLog } = workspace;
  const { office } = peopleOf(workspace);
  const { items } = await office.done<{ items: readonly Title[] }>('GET', `${campaign}/conferrals`);
  const conferred = expected.filter(({ facts }) => facts.status === 'conferred').length;
  const ordinals = items.map(({ number }) => Number(number.split('-').at(-1))).toSorted((a, b) => a - b);
  checkLog.expect(
    'titles',
    'numbers',
    ordinals,
    Array.from({ length: conferred }, (_, index) => index + 1),
  );
  const numbers = items.map(({ number }) => number).toSorted();
  checkLog.note(`证书 / certificates: ${items.length}${items.length ? `，${numbers[0]} … ${numbers.at(-1)}` : ''}`);
  return items;
}

/**
 * The supervisor proposes the sanction and the office confirms it; nobody may do both. The public then finds the title
 * revoked.
 */
async function revoke(workspace: Workspace, { applicationId, number, name }: Title): Promise<void> {
  const { campaign, clock, clients, checkLog } = workspace;
  const { office, supervisor } = peopleOf(workspace);
  const lookUp = async () =>
    await clients.anonymous().done<{ revoked: object | null }>('POST', '/api/results', { json: { number, name } });
  checkLog.expect('titles', number, (await lookUp()).revoked, null);
  const fraud = {
    subject: 'person',
    ground: 'fraud',
    basis: '阿工信处〔2024〕9号',
    reason: '业绩材料系伪造',
    revokes: true,
  };
  const json = { ...fraud, applicationId, decidedOn: localDateOf(clock.now()) };
  const { id } = await supervisor.done<{ id: string }>('POST', `${campaign}/sanctions`, { json });
  const confirm = { json: { reason: '已核实' } };
  const alone = await supervisor.request('POST', `${campaign}/sanctions/${id}/confirm`, confirm);
  checkLog.expect('sanctions', 'confirmed by the proposer', alone.status, 403);
  const { state } = await office.done<{ state: string }>('POST', `${campaign}/sanctions/${id}/confirm`, confirm);
  checkLog.expect('sanctions', 'confirmed by another', state, 'in_force');
  checkLog.expect('sanctions', 'looked up', (await lookUp()).revoked !== null, true);
  checkLog.note(`处罚 / sanctions: ${number} 已撤销 / revoked`);
}

/** Files the results of a meeting, or where nobody met those of everybody; while an application runs the campaign stays open. */
async function close(workspace: Workspace): Promise<void> {
  const { campaign, expected, checkLog, policy, meetings } = workspace;
  const { office } = peopleOf(workspace);
  const act = (event: string, json: object) => office.request('POST', `${campaign}/actions/${event}`, { json });
  const running = expected.filter(({ facts }) => !isFinal(facts.status)).length;
  if ((meetings > 0 || running === 0) && policy.reviewCommittee.resultsFiled.value) {
    const filed = await act('file_results', { reason: '阿工信函〔2024〕12号' });
    checkLog.expect('progress', 'results filed', [filed.status, filed.body.status], [200, 'results_filed']);
  }
  const { body } = await act('close', {});
  const [outcome, expectedOutcome] = running > 0 ? [body.code, 'applications_running'] : [body.status, 'closed'];
  checkLog.expect('progress', 'closing', outcome, expectedOutcome);
  checkLog.note(
    `年度评审 / campaign: ${await statusOf(workspace)}${running > 0 ? `（未办结 / still running ${running}）` : ''}`,
  );
}

/** Exports the record of the campaign and judges it again offline. */
async function verifyRecord(workspace: Workspace): Promise<void> {
  const { campaign, clients, checkLog } = workspace;
  const { supervisor } = peopleOf(workspace);
  const { keys } = await clients.anonymous().done<{ keys: readonly PublicKey[] }>('GET', '/api/proof/keys');
  const file = await supervisor.done<{ heads: readonly unknown[] }>('GET', `${campaign}/export`);
  const { about, difference } = await verifyFile('campaign', canonical(file), keys);
  checkLog.expect('progress', 'verify -- campaign', difference, null);
  checkLog.expect('progress', 'signed heads', file.heads.length > 0, true);
  checkLog.note(`离线核验 / verified offline: ${about.at(-1) ?? ''}`);
}
