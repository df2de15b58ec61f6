import type { Facts } from '../application/facts.js';
import { lifecycle, type Role } from '../application/lifecycle.js';
import type { Policy } from '../policy/policy.js';

/** The roles a policy may let see full ID numbers and telephones. */
export const identityReaders = ['unit', 'department', 'office'] as const satisfies readonly Role[];
export type IdentityReader = (typeof identityReaders)[number];

/** Whether the policy names one of these roles at all. */
export function isIdentityReader(roles: readonly Role[], { identityReaders: named }: Policy): boolean {
  return roles.some((role) => named.value.some((one) => one === role));
}

/**
 * Whether somebody in this role may see the full ID number and telephone of a candidate, with a reason: the roles the policy
 * names; unit and department only of their own people and while the application lies with them, to check who they are.
 */
export function mayReadIdentity({ status }: Pick<Facts, 'status'>, role: Role, policy: Policy): boolean {
  if (!isIdentityReader([role], policy)) return false;
  const checks = role === 'unit' || role === 'department';
  return !checks || lifecycle[status].turn === role;
}
