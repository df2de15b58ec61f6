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
  const handedIn = [...received];
  return originalsRequired(profile, policy).filter((kind) => {
    const at = handedIn.indexOf(kind);
    if (at >= 0) handedIn.splice(at, 1);
    return at < 0;
  });
}
