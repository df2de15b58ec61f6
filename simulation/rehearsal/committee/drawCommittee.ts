import type { PublicKey } from '../../../config/signingKeys.js';
import { verifyFile } from '../../../ops/verify/verifyFile.js';
import { canonical } from '../../../rules/canonical.js';
import type { DrawFile } from '../../../rules/committee/draw/drawFile.js';
import { committeeSize, poolTable, rehearsalExperts } from './expertPool.js';
import { peopleOf, type Seated, type Workspace } from './workspace.js';

interface Drawn {
  readonly id: string;
  readonly state: string;
  readonly seed: string | null;
  readonly seedHash: string;
}
interface Member {
  readonly expertId: string;
  readonly email?: string;
  readonly personId: string;
  readonly position: 'member' | 'alternate';
  readonly invitation: string;
}

/** Registers the experts by a table. */
export async function importExperts({
  campaign,
  policy,
  units,
  committees,
  clients,
  checkLog,
}: Workspace): Promise<void> {
  const { office } = peopleOf({ clients });
  const experts = rehearsalExperts(policy, units, committees);
  const { heading, rows } = poolTable(experts, policy);
  const { id } = await office.done<{ id: string }>('POST', '/api/directory-imports', {
    json: { kind: 'experts', campaignId: campaign.split('/').at(-1), fileName: '专家.xlsx', heading },
  });
  await office.done('POST', `/api/directory-imports/${id}/rows`, { json: { rows } });
  await office.done('POST', `/api/directory-imports/${id}/apply`, { json: {} });
  const { items } = await office.done<{ items: readonly object[] }>('GET', `${campaign}/experts`);
  checkLog.expect('committee', 'pool', items.length, experts.length);
}

/** Draws every committee. */
export async function drawCommittees(workspace: Workspace): Promise<void> {
  for (const committee of workspace.committees) await drawCommittee(workspace, committee);
}

/** Publishes the hash of a seed, freezes the pool, draws a committee, and verifies the exported file offline. */
async function drawCommittee(workspace: Workspace, committee: string): Promise<void> {
  const { campaign, clients, policy, checkLog } = workspace;
  const { office } = peopleOf(workspace);
  const draw = await office.done<Drawn>('POST', `${campaign}/draws`, { json: { committee } });
  checkLog.expect('draw', 'seed before the draw', draw.seed, null);
  const size = committeeSize(committee, policy);
  const at = `${campaign}/draws/${draw.id}`;
  await office.done('POST', `${at}/freeze`, { json: { size } });
  const published = await clients.anonymous().done<{ items: readonly Drawn[] }>('GET', '/api/draws');
  const before = published.items.flatMap(({ id, seed, seedHash }) => (id === draw.id ? [{ id, seed, seedHash }] : []));
  checkLog.expect('draw', 'published', before, [{ id: draw.id, seed: null, seedHash: draw.seedHash }]);
  await office.done('POST', `${at}/draw`);
  const file = await office.done<DrawFile>('GET', `${at}/file`);
  const { keys } = await clients.anonymous().done<{ keys: readonly PublicKey[] }>('GET', '/api/proof/keys');
  const { agreed, difference } = await verifyFile('draw', canonical(file), keys);
  checkLog.expect('draw', 'verify -- draw', difference, null);
  checkLog.expect('draw', 'hash', file.seedHash, draw.seedHash);
  const { members, alternates } = file.result;
  checkLog.expect('draw', 'size', [members.length, alternates.length], [size, policy.reviewCommittee.alternates.value]);
  const conflicted = file.plan.experts.filter((expert) => expert.conflicted).length;
  const forced = [...members, ...alternates].filter((expert) => expert.conflicted).length;
  checkLog.expect('draw', 'conflicted experts drawn', forced, 0);
  checkLog.note(
    `抽取 / draw: 专家库 / pool ${file.plan.experts.length}（须回避 / conflicted ${conflicted}）→ 委员 / members ` +
      `${members.length} + 候补 / alternates ${alternates.length}；离线核验 / verified ${agreed.length} ✓`,
  );
}

/** Answers the invitations of every committee. */
export async function answerInvitations(workspace: Workspace): Promise<void> {
  for (const committee of workspace.committees) await answerInvitationsTo(workspace, committee);
}

/**
 * Answers all invitations to a committee: one expert declines and is followed by an alternate. Then the office names the
 * chair and the deputy.
 */
async function answerInvitationsTo(workspace: Workspace, committee: string): Promise<void> {
  const { campaign, checkLog } = workspace;
  const { office } = peopleOf(workspace);
  const emailOf = await addresses(workspace);
  const answer = async ({ expertId }: Pick<Member, 'expertId'>, json: object) =>
    await workspace.clients
      .person(emailOf.get(expertId) ?? '')
      .done('POST', `${campaign}/committees/${committee}/invitation`, { json });
  const [first, ...others] = (await membersOf(workspace, committee)).filter(({ position }) => position === 'member');
  if (!first) throw new Error('the draw has no members');
  for (const member of others) await answer(member, { answer: 'accept' });
  await answer(first, { answer: 'decline', reason: '届时出差' });
  const after = await membersOf(workspace, committee);
  checkLog.expect(
    'committee',
    'who declined',
    after.find(({ expertId }) => expertId === first.expertId)?.invitation,
    'replaced',
  );
  const successor = after.find(({ position, invitation }) => position === 'member' && invitation === 'invited');
  if (successor) await answer(successor, { answer: 'accept' });
  else checkLog.fail('committee', 'successor', 'no alternate was asked');

  const seated = (await membersOf(workspace, committee)).filter(
    ({ position, invitation }) => position === 'member' && invitation === 'accepted',
  );
  checkLog.expect('committee', 'seats', seated.length, others.length + 1);
  const [chair, deputy] = seated;
  await office.done('PUT', `${campaign}/committees/${committee}/chair`, { json: { expertId: chair?.expertId } });
  await office.done('PUT', `${campaign}/committees/${committee}/deputy`, { json: { expertId: deputy?.expertId } });
  workspace.seated.set(
    committee,
    seated.map(({ expertId }): Seated => {
      const email = emailOf.get(expertId) ?? '';
      return { expertId, email, apiClient: workspace.clients.person(email) };
    }),
  );
  checkLog.note(`邀请 / invitations: 接受 / accepted ${seated.length}，辞谢并递补 / declined and followed 1`);
}

async function membersOf(workspace: Workspace, committee: string): Promise<readonly Member[]> {
  const { office } = peopleOf(workspace);
  const { items } = await office.done<{
    items: readonly { readonly code: string; readonly members: readonly Member[] }[];
  }>('GET', `${workspace.campaign}/committees`);
  return items.find(({ code }) => code === committee)?.members ?? [];
}

async function addresses(workspace: Workspace): Promise<ReadonlyMap<string, string>> {
  const { office } = peopleOf(workspace);
  const { items } = await office.done<{ items: readonly { readonly id: string; readonly email: string }[] }>(
    'GET',
    `${workspace.campaign}/experts`,
  );
  return new Map(items.map(({ id, email }) => [id, email]));
}
