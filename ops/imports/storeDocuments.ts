import { Readable } from 'node:stream';
import { contentTypeOf } from '../../api/documents/contentType.js';
import { keep, takeIn } from '../../api/documents/storage.js';
import type { Database } from '../../records/database.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import { idOf } from './idOf.js';
import type { UnderWay } from './underWay.js';

/**
 * Stores the files of an application where the API stores uploads, and returns the entry of each. The same again changes
 * nothing.
 *
 * @throws Problem `file_refused` when a file is not what its name says
 */
export async function storeDocuments(
  to: { readonly db: Database; readonly dataDir: string },
  { applicationId, applicantId, documents }: UnderWay,
): Promise<readonly StoredDocument[]> {
  const stored = documents.map(async ({ content, ...document }, index): Promise<StoredDocument> => {
    const mediaType = await contentTypeOf(content, document.fileName);
    const arrived = await takeIn(to.dataDir, Readable.from([content]));
    await keep(to, personOwner(applicantId), arrived);
    const id = idOf(applicationId, 'document', String(index));
    return { ...document, id, applicationId, mediaType, size: arrived.size, sha256: arrived.sha256 };
  });
  const all = await Promise.all(stored);
  return all.toSorted((a, b) => a.uploadedAt - b.uploadedAt || (a.id < b.id ? -1 : 1));
}
