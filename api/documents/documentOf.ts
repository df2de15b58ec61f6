import type { Database } from '../../records/database.js';
import { findDocument, type StoredDocument } from '../../records/dossier/documents.js';
import { isUuid } from '../applications/visible.js';
import { Problem } from '../http/problem.js';

/** A document of an application. @throws Problem `not_found` */
export async function getDocument(db: Database, applicationId: string, id: string): Promise<StoredDocument> {
  const document = isUuid(id) ? await findDocument(db, { applicationId, id }) : null;
  if (!document) throw noSuchDocument();
  return document;
}

/** The same for what is not there and for what one may not see. */
export function noSuchDocument(): Problem {
  return new Problem('not_found', {
    zh: '没有这份材料，或者您无权查看。',
    en: 'There is no such document, or you may not see it.',
  });
}
