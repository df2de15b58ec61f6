import type { Database } from '../../records/database.js';
import { type PairOfFiles, pairsOfFiles } from '../../records/dossier/documentPrints.js';
import type { Policy } from '../../rules/policy/policy.js';
import { differenceOfPictures } from '../documents/printOf.js';

/**
 * For documents of one application, another one of it and one of another person's that is the same file, or the same
 * picture scaled or compressed anew.
 */
export async function samePictures(
  db: Pick<Database, 'pool' | 'vault'>,
  { applicationId, documentIds }: { readonly applicationId: string; readonly documentIds: readonly string[] },
  { scans }: Pick<Policy, 'scans'>,
): Promise<readonly PairOfFiles[]> {
  const found = new Map<string, PairOfFiles>();
  for (const pair of await pairsOfFiles(db, documentIds)) {
    const { documentId, other, details } = pair;
    const here = other.applicationId === applicationId;
    const place = `${documentId} ${here}`;
    // What was removed or added since is not part of this version.
    if (found.has(place) || (here && !documentIds.includes(other.id))) continue;
    if (details === null || (await differenceOfPictures(...details)) <= scans.similarity.value) found.set(place, pair);
  }
  return [...found.values()];
}
