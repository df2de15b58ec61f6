import type { Profile } from '../application/facts.js';
import type { Policy } from '../policy/policy.js';
import { originalsRequired } from './checklist.js';
import type { DocumentKind } from './dossier.js';

/** Which originals are still to come, copy by copy: one review form of two leaves the second on the list. */
export function originalsLacking(
  received: readonly string[],
  profile: Profile,
  policy: Pick<Policy, 'stages'>,
): readonly DocumentKind[] {
  const receivedPapers = [...received];
  return originalsRequired(profile, policy).filter((kind) => {
    const at = receivedPapers.indexOf(kind);
    if (at >= 0) receivedPapers.splice(at, 1);
    return at < 0;
  });
}
