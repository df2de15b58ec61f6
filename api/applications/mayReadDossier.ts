import type { Role } from '../../rules/application/lifecycle.js';

const readers: readonly Role[] = ['applicant', 'unit', 'department', 'office', 'expert', 'chair', 'supervisor'];

/** Whether somebody in these roles may read the form and its documents; who only counts or repairs may not. */
export function mayReadDossier(roles: readonly Role[]): boolean {
  return roles.some((role) => readers.includes(role));
}
