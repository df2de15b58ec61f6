import type { Database } from '../../records/database.js';
import { addAccess } from '../../records/people/accessLog.js';
import { addAccountRequest, countOperators } from '../../records/people/accountRequests.js';
import { type Grant, grantRole } from '../../records/people/grantRole.js';
import { grantedByTwo } from '../../rules/application/lifecycle.js';

/**
 * Gives a person a role for an operator, or asks another operator to confirm it: once there are two, roles that decide
 * over others are not given by one alone. Returns whether it waits.
 */
export async function giveRole(
  db: Database,
  operatorId: string,
  personId: string,
  grant: Grant,
  address: string | null,
): Promise<boolean> {
  const { role, campaignId } = grant;
  const byTwo = grantedByTwo.some((one) => one === role) && (await countOperators(db)) > 1;
  if (!byTwo) {
    const entry = { kind: 'role_granted', personId: operatorId, subjectId: personId, roles: [role] } as const;
    await addAccess(db, { ...entry, campaignId: campaignId ?? null, address });
    await grantRole(db, personId, grant);
    return false;
  }
  const scope = campaignId === undefined ? {} : { campaignId };
  await addAccountRequest(db, { kind: 'role', personId, role, ...scope, requestedBy: operatorId });
  return true;
}
