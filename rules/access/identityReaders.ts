import type { Facts } from '../application/facts.js';
import { lifecycle, type Role } from '../application/lifecycle.js';
import type { Policy } from '../policy/policy.js';

/** The roles a policy may let see full ID numbers and telephones. */
export const identityReaders = ['unit', 'department', 'office', 'supervisor'] as const satisfies readonly Role[];
export type IdentityReader = (typeof identityReaders)[number];

/**
 * Whether somebody in this role may see the full ID number and telephone of a candidate, with a reason: the roles the policy
 * names; unit and department only of their own people and while the application lies with them, to check who they are.
 */
export function mayReadIdentity(
  { status }: Pick<Facts, 'status'>,
  role: Role,
  { identityReaders: named }: Policy,
): boolean {
  if (!named.value.some((one) => one === role)) return false;
  const checks = role === 'unit' || role === 'department';
  return !checks || lifecycle[status].turn === role;
}
