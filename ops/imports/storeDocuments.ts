import { Readable } from 'node:stream';
import { contentTypeOf } from '../../api/documents/contentType.js';
import { keep, takeIn } from '../../api/documents/storage.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import { idOf } from './idOf.js';
import type { UnderWay } from './underWay.js';

/**
 * Stores the files of an application where the API stores uploads, and returns the entry of each. The same again changes
 * nothing.
 *
 * @throws Problem `file_refused` when a file is not what its name says
 */
export async function storeDocuments(
  dataDir: string,
  { applicationId, documents }: UnderWay,
): Promise<readonly StoredDocument[]> {
  const stored = documents.map(async ({ content, ...document }, index): Promise<StoredDocument> => {
    const mediaType = await contentTypeOf(content, document.fileName);
    const arrived = await takeIn(dataDir, Readable.from([content]));
    await keep(dataDir, arrived);
    const id = idOf(applicationId, 'document', String(index));
    return { ...document, id, applicationId, mediaType, size: arrived.size, sha256: arrived.sha256 };
  });
  const all = await Promise.all(stored);
  return all.toSorted((a, b) => a.uploadedAt - b.uploadedAt || (a.id < b.id ? -1 : 1));
}
