import { localDateOf } from '../../../rules/calendar/instant.js';
import { ineligibilities } from '../../../rules/candidate/eligibility.js';
import { missingItems } from '../../../rules/dossier/checklist.js';
import type { Dossier, Evidence, MissingItem } from '../../../rules/dossier/dossier.js';
import type { Policy } from '../../../rules/policy/policy.js';
import type { Application } from '../../api/applications.js';

/** What the notice's own rules say of a dossier: why the person may not apply, and what it lacks. */
export interface Findings {
  readonly against: readonly MissingItem[];
  readonly missing: readonly MissingItem[];
}

/** The same functions that refuse a submission, run over the version that is read here; they bind nobody. */
export function findingsOf(
  { profile }: Pick<Application, 'profile'>,
  { sections, documents }: { readonly sections: unknown; readonly documents: readonly Evidence[] },
  pinnedPolicy: unknown,
  now: number,
): Findings {
  const dossier = (sections ?? {}) as Dossier;
  const policy = pinnedPolicy as Policy;
  return {
    against: ineligibilities(dossier, profile, policy, localDateOf(now)),
    missing: missingItems(dossier, documents, profile, policy),
  };
}
