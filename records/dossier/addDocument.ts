import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { noteOneDocument } from '../proof/noteRows.js';
import { stored } from '../timestamps.js';
import { addPrint, type Print } from './documentPrints.js';
import { isQuotaUsedUp } from './documentQuota.js';
import type { StoredDocument } from './documents.js';

const insert = {
  name: 'add_document',
  text: `INSERT INTO documents
           (id, application_id, kind, year, file_name, media_type, size, sha256, uploaded_by, uploaded_at, picture)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
};

/**
 * Adds an uploaded document; `print`: what a picture looks like, sealed. False: the application has as many as it may have. The files of one application are added one
 * after another, so that two at once do not pass the limit together.
 */
export async function addDocument(
  database: Database,
  document: StoredDocument,
  print: Print | null = null,
): Promise<boolean> {
  const { id, applicationId, kind, year, fileName, mediaType, size, sha256, uploadedBy, uploadedAt, picture } =
    document;
  return await inTransaction(database, async (statements) => {
    // A statement of its own: the next one sees what was added while this one waited.
    await statements.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`pingshen:documents:${applicationId}`]);
    if (await isQuotaUsedUp(statements, applicationId, kind)) return false;
    const file = [fileName, mediaType, size, sha256, uploadedBy, stored(uploadedAt), picture ?? null];
    const values = [id, applicationId, kind, year, ...file];
    await statements.query({ ...insert, values });
    if (print !== null) await addPrint(statements, id, print);
    await noteOneDocument(statements, applicationId, id);
    return true;
  });
}
