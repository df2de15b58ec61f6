import type { Role } from '../../rules/application/lifecycle.js';

/** Roles that read forms and documents; who only counts or repairs does not. */
export const dossierReaders: readonly Role[] = [
  'applicant',
  'unit',
  'department',
  'office',
  'expert',
  'chair',
  'supervisor',
];

/** Whether somebody in these roles may read the form and its documents; who only counts or repairs may not. */
export function mayReadDossier(roles: readonly Role[]): boolean {
  return roles.some((role) => dossierReaders.includes(role));
}
