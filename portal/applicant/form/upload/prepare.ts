import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { hasPortraitProportions } from '../../../../rules/dossier/pictures.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { legible } from '../../../api/uploads/legible.js';
import { type Prepared, sizeOf } from '../../../api/uploads/prepared.js';

/**
 * Makes evidence fit to be sent (`legible`).
 * `uncropped`: a portrait that has not the proportions of the policy, which a person has to crop first.
 */
export async function prepare(
  file: File,
  kind: DocumentKind,
  policyOf: () => Promise<Pick<Policy, 'scans'>>,
): Promise<Prepared | 'uncropped'> {
  if (kind === 'photo' && file.type.startsWith('image/')) {
    const size = await sizeOf(file);
    if (size && !hasPortraitProportions(size, await policyOf())) return 'uncropped';
  }
  return await legible(file);
}
