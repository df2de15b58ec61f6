import type { Application } from '../../records/application/applicationRow.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import { maskedDossier } from '../../rules/dossier/maskedIdentity.js';
import type { Caller } from '../accounts/caller.js';

/** A form as somebody is shown it: whole to the candidate, to everybody else with ID number and telephone masked. */
export function shownSections(
  dossier: Dossier,
  { applicantId }: Pick<Application, 'applicantId'>,
  { personId }: Pick<Caller, 'personId'>,
): Dossier {
  return personId === applicantId ? dossier : maskedDossier(dossier);
}
