import type { StoredDocument } from '../../records/dossier/documents.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';

/** A document as the API shows it. */
export function documentView({ uploadedAt, uploadedBy: _, ...document }: StoredDocument) {
  return { ...document, uploadedAt: isoInBeijing(uploadedAt) };
}
