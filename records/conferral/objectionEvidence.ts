import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import type { ObjectionEvidence, ObjectionFileKey } from './objectionFiles.js';

const insert = {
  name: 'add_objection_evidence',
  text: `INSERT INTO objection_evidence (id, application_id, objection_id, file_name, media_type, size, sha256, uploaded_at)
         SELECT $3, $1, $2, $4, $5, $6, $7, $8
         WHERE (SELECT count(*) FROM objection_evidence WHERE application_id = $1 AND objection_id = $2) < $9`,
};

/** Stores a file's entry; false when the limit is reached, or there is no such objection. */
export async function addObjectionEvidence(
  database: Pick<Database, 'pool'>,
  { applicationId, objectionId, ...file }: ObjectionFileKey & ObjectionEvidence,
  atMost: number,
): Promise<boolean> {
  return await inTransaction(database, async (statements) => {
    // A statement of its own: the next one counts what was added while this one waited.
    const lock = 'SELECT FROM objection_files WHERE application_id = $1 AND objection_id = $2 FOR UPDATE';
    if ((await statements.query(lock, [applicationId, objectionId])).rowCount === 0) return false;
    const values = [
      ...[applicationId, objectionId, file.id, file.fileName, file.mediaType, file.size, file.sha256],
      ...[stored(file.uploadedAt), atMost],
    ];
    return (await statements.query({ ...insert, values })).rowCount === 1;
  });
}
