import type { LocalDate } from '../../../rules/calendar/instant.js';
import { decidedByOffice } from '../../../rules/candidate/conditions.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import type { Dossier, Evidence, MissingItem } from '../../../rules/dossier/dossier.js';
import { type RequiredEvidence, requiredEvidence } from '../../../rules/dossier/requiredEvidence.js';
import { listedRemarks } from '../../../rules/dossier/resultDates.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Application, StoredDocument } from '../../api/applications.js';

export interface Hints {
  /** what the rules find missing, not eligible or not counted: hints only, the auditor decides */
  readonly found: readonly MissingItem[];
  /** all documents the notice requires of this candidate */
  readonly required: readonly RequiredEvidence[];
}

/** The rules' checklist for a submitted dossier, by its pinned policy, as of the day of submission. */
export function hintsOf(
  application: Application,
  sections: object,
  documents: readonly StoredDocument[],
  policy: Policy,
  on: LocalDate,
): Hints {
  const dossier = sections as Dossier;
  const evidence: readonly Evidence[] = documents;
  const { profile } = application;
  const missing = missingItems(dossier, evidence, profile, policy);
  return {
    found: [
      ...ineligibilities(dossier, profile, policy, on),
      ...decidedByOffice(dossier, profile, policy, on),
      ...missing,
      ...listedRemarks(dossier, policy).filter(({ message }) => !missing.some((item) => item.message === message)),
    ],
    required: requiredEvidence(profile, dossier, policy),
  };
}
