import type { LocalDate } from '../../../rules/calendar/instant.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import type { Dossier, Evidence, MissingItem } from '../../../rules/dossier/dossier.js';
import { type RequiredEvidence, requiredEvidence } from '../../../rules/dossier/requiredEvidence.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Application, StoredDocument } from '../../api/applications.js';

export interface Hints {
  /** what the law finds missing or not eligible: hints, the auditor decides */
  readonly found: readonly MissingItem[];
  /** every document the notice asks of this candidate */
  readonly required: readonly RequiredEvidence[];
}

/** What the law's own checklist says of a submitted dossier, by the policy it is judged by, on the day it was handed in. */
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
  return {
    found: [...ineligibilities(dossier, profile, policy, on), ...missingItems(dossier, evidence, profile, policy)],
    required: requiredEvidence(profile, dossier, policy),
  };
}
