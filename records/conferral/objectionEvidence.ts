import type { Database } from '../database.js';
import { stored } from '../timestamps.js';
import type { ObjectionEvidence, ObjectionFileKey } from './objectionFiles.js';

/** Stores a file's entry; false when the limit is reached. The lock keeps two at once within the limit. */
export async function addObjectionEvidence(
  { pool }: Pick<Database, 'pool'>,
  { applicationId, objectionId, ...file }: ObjectionFileKey & ObjectionEvidence,
  atMost: number,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'add_objection_evidence',
    text: `WITH file AS (SELECT FROM objection_files WHERE application_id = $1 AND objection_id = $2 FOR UPDATE)
           INSERT INTO objection_evidence (id, application_id, objection_id, file_name, media_type, size, sha256, uploaded_at)
           SELECT $3, $1, $2, $4, $5, $6, $7, $8 FROM file
           WHERE (SELECT count(*) FROM objection_evidence WHERE application_id = $1 AND objection_id = $2) < $9`,
    values: [
      ...[applicationId, objectionId, file.id, file.fileName, file.mediaType, file.size, file.sha256],
      ...[stored(file.uploadedAt), atMost],
    ],
  });
  return rowCount === 1;
}
