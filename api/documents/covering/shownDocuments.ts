import type { Database } from '../../../records/database.js';
import { type Mask, masksOf } from '../../../records/dossier/documentMasks.js';
import type { StoredDocument } from '../../../records/dossier/documents.js';
import type { Role } from '../../../rules/application/lifecycle.js';
import { mayReadOriginal } from '../../../rules/dossier/covered.js';

/** A document as somebody may have it: as it was uploaded, or its copy with parts covered. */
export interface ShownDocument extends StoredDocument {
  /** Whether parts of it are covered for those who do not read the original. */
  readonly covered: boolean;
}

/** Documents as readers with these roles towards their application may have them. */
export async function shownDocuments(
  db: Database,
  documents: readonly StoredDocument[],
  roles: readonly Role[],
): Promise<readonly ShownDocument[]> {
  const masks = await masksOf(
    db,
    documents.map(({ id }) => id),
  );
  return documents.map((document) => shownDocument(document, masks.get(document.id), roles));
}

/** The same of one document. The name that its owner gave the file may say what is covered. */
export function shownDocument(document: StoredDocument, mask: Mask | undefined, roles: readonly Role[]): ShownDocument {
  if (mask === undefined) return { ...document, covered: false };
  if (mayReadOriginal(roles)) return { ...document, covered: true };
  const { mediaType, size, sha256 } = mask;
  const ending = mediaType === 'application/pdf' ? 'pdf' : mediaType === 'image/png' ? 'png' : 'jpg';
  return { ...document, mediaType, size, sha256, fileName: `遮盖件.${ending}`, covered: true };
}
