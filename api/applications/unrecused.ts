import type { Application } from '../../records/application/applicationRow.js';
import { expertOf } from '../../records/committee/committeeMembers.js';
import { recusedExperts } from '../../records/committee/recusals.js';
import type { Database } from '../../records/database.js';
import type { QueueItem } from '../../records/queue/queue.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Binding, Caller } from '../accounts/caller.js';

/** The roles of those who judge. */
export const judges: ReadonlySet<Role> = new Set(['expert', 'chair']);

/** The caller with the roles that count for one application: a recused expert keeps only their other roles. */
export async function unrecused(
  db: Database,
  caller: Caller,
  { id, campaignId }: Pick<Application, 'id' | 'campaignId'>,
): Promise<Caller> {
  const { bindings } = caller;
  if (!bindings.some(({ role }) => judges.has(role))) return caller;
  const expertId = await expertOf(db, caller);
  if (expertId === null) return caller;
  const recused = await recusedExperts(db, { campaignId, applicationIds: [id] });
  if (!recused.get(id)?.has(expertId)) return caller;
  return { ...caller, bindings: bindings.filter(({ role }) => !judges.has(role)) };
}

/** The lines of a queue without those the caller may only judge and is recused from. */
export async function withoutRecused<Line extends QueueItem>(
  db: Database,
  caller: Caller,
  lines: readonly Line[],
): Promise<readonly Line[]> {
  const { personId, bindings } = caller;
  if (!bindings.some(({ role }) => judges.has(role))) return lines;
  const expertId = await expertOf(db, caller);
  if (expertId === null) return lines;
  const campaigns = [...new Set(lines.map(({ campaignId }) => campaignId))];
  const recused = await Promise.all(
    campaigns.map((campaignId) => {
      const applicationIds = lines.filter((each) => each.campaignId === campaignId).map(({ id }) => id);
      return recusedExperts(db, { campaignId, applicationIds });
    }),
  );
  const others = bindings.filter(({ role }) => !judges.has(role));
  return lines.filter(
    (each) =>
      each.applicantId === personId ||
      others.some((binding) => isListedFor(binding, each)) ||
      !recused.some((experts) => experts.get(each.id)?.has(expertId)),
  );
}

/** Whether a line stands in the queue of a role that judges nothing, as `listRoute` scopes it. */
function isListedFor({ role, scope }: Binding, { unitId, departmentId, campaignId }: QueueItem): boolean {
  switch (role) {
    case 'applicant':
      return false;
    case 'unit':
      return scope === unitId;
    case 'department':
      return scope === departmentId;
    default:
      return scope === null || scope === campaignId;
  }
}
