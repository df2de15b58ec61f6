import type { DocumentKind } from '../../../../rules/dossier/dossier.js';
import { hasPortraitProportions } from '../../../../rules/dossier/pictures.js';
import type { Policy } from '../../../../rules/policy/policy.js';
import { type Prepared, sizeOf } from './prepared.js';

/** Larger pictures are made smaller: a page of A4 at 200 dpi is as legible with less. */
const largestPicture = 2 * 1024 * 1024;

/**
 * Makes a file fit to be sent: a picture of more than 2 MB is made smaller, and PDFs and other pictures are left as they are.
 * `uncropped`: a portrait that has not the proportions of the policy, which a person has to crop first.
 */
export async function prepare(
  file: File,
  kind: DocumentKind,
  policyOf: () => Promise<Pick<Policy, 'scans'>>,
): Promise<Prepared | 'uncropped'> {
  if (!file.type.startsWith('image/')) return { file, said: null };
  if (kind === 'photo') {
    const size = await sizeOf(file);
    if (size && !hasPortraitProportions(size, await policyOf())) return 'uncropped';
  }
  if (file.size <= largestPicture) return { file, said: null };
  const { shrink } = await import('./shrink.js');
  return await shrink(file, largestPicture);
}
