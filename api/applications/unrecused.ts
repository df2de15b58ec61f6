import type { Application } from '../../records/applicationRow.js';
import { expertOf } from '../../records/committeeMembers.js';
import type { Database } from '../../records/database.js';
import { recusedExperts } from '../../records/recusals.js';
import type { Role } from '../../rules/lifecycle.js';
import type { Caller } from '../accounts/caller.js';

const judges: ReadonlySet<Role> = new Set(['expert', 'chair']);

/** The caller towards one application: who is recused from it is no expert of it, whatever else they may be to it. */
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
