import type { Application } from '../../records/application/applicationRow.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import type { Database } from '../../records/database.js';
import { isIdentityReader, mayReadIdentity } from '../../rules/access/identityReaders.js';
import type { Role } from '../../rules/application/lifecycle.js';

/** Whether these roles may see the full ID number of a candidate now, or at some time, and by which clause. */
export async function mayAskForIdentity(db: Database, application: Application, roles: readonly Role[]) {
  const { policy } = await pinnedPolicy(db, application);
  const allowed = roles.some((role) => mayReadIdentity(application.facts, role, policy));
  return { allowed, named: isIdentityReader(roles, policy), clause: policy.identityReaders.clause };
}
