import type { Application } from '../../records/application/applicationRow.js';
import { expertOf } from '../../records/committee/committeeMembers.js';
import { isJudging } from '../../records/committee/judging.js';
import type { Database } from '../../records/database.js';
import type { Role } from '../../rules/application/lifecycle.js';
import type { Caller } from '../accounts/caller.js';
import { judges } from './unrecused.js';

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

/**
 * Of the roles somebody has towards an application, those in which they may read what it holds now: an expert or chair only
 * what they judge, while they judge it. `roles` are those `unrecused` leaves.
 */
export async function readingRoles(
  db: Database,
  caller: Pick<Caller, 'personId'>,
  { id: applicationId }: Pick<Application, 'id'>,
  roles: readonly Role[],
): Promise<readonly Role[]> {
  if (!roles.some((role) => judges.has(role))) return roles;
  const expertId = await expertOf(db, caller);
  if (expertId !== null && (await isJudging(db, { expertId, applicationId }))) return roles;
  return roles.filter((role) => !judges.has(role));
}

/** Whether somebody with these reading roles may read the form and its documents; who only counts or repairs may not. */
export function mayReadDossier(roles: readonly Role[]): boolean {
  return roles.some((role) => dossierReaders.includes(role));
}
