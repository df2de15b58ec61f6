import { localDateOf } from '../../../rules/calendar/instant.js';
import { decidedByOffice } from '../../../rules/candidate/conditions.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import type { Dossier, Evidence, MissingItem } from '../../../rules/dossier/dossier.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Application } from '../../api/applications.js';

/** Findings of the notice's rules on a dossier: why the person is not eligible, and what is missing. */
export interface Findings {
  readonly against: readonly MissingItem[];
  readonly missing: readonly MissingItem[];
}

/** Runs the functions that refuse a submission over the displayed version; the result binds nobody. */
export function findingsOf(
  { profile }: Pick<Application, 'profile'>,
  { sections, documents }: { readonly sections: unknown; readonly documents: readonly Evidence[] },
  pinnedPolicy: unknown,
  now: number,
): Findings {
  const dossier = (sections ?? {}) as Dossier;
  const policy = pinnedPolicy as Policy;
  return {
    against: [
      ...ineligibilities(dossier, profile, policy, localDateOf(now)),
      ...decidedByOffice(dossier, profile, policy, localDateOf(now)),
    ],
    missing: missingItems(dossier, documents, profile, policy),
  };
}
