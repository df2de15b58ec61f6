import type { DocumentKind } from '../../rules/dossier/dossier.js';
import type { Database } from '../database.js';
import { inTransaction } from '../inTransaction.js';

/** A file that arrives in parts: what it is to be, how long it is, and how much of it from its beginning has arrived. */
export interface UnfinishedUpload {
  readonly id: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly kind: DocumentKind;
  readonly year: number | null;
  readonly fileName: string;
  /** In bytes. */
  readonly length: number;
  readonly received: number;
}
type Key = Pick<UnfinishedUpload, 'id' | 'applicationId' | 'personId'>;

/** A person's files under way at once: a whole dossier chosen in one go, and no folder filled by somebody who never ends one. */
export const unfinishedAtMost = 20;

/** Begins an upload. False: this person has as many under way as they may have. */
export async function beginUpload(database: Database, upload: Omit<UnfinishedUpload, 'received'>): Promise<boolean> {
  const { id, applicationId, personId, kind, year, fileName, length } = upload;
  return await inTransaction(database, async (statements) => {
    // A statement of its own: the next one sees what was begun while this one waited.
    await statements.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`pingshen:uploads:${personId}`]);
    const { rowCount } = await statements.query({
      name: 'begin_upload',
      text: `INSERT INTO unfinished_uploads (id, application_id, person_id, kind, year, file_name, length)
             SELECT $1, $2, $3, $4, $5, $6, $7
             WHERE (SELECT count(*) FROM unfinished_uploads WHERE person_id = $3) < $8`,
      values: [id, applicationId, personId, kind, year, fileName, length, unfinishedAtMost],
    });
    return rowCount === 1;
  });
}

/** The upload, if it is this person's and of this application; else null. */
export async function findUpload(
  { pool }: Pick<Database, 'pool'>,
  { id, applicationId, personId }: Key,
): Promise<UnfinishedUpload | null> {
  const { rows } = await pool.query<UnfinishedUpload>({
    name: 'find_upload',
    text: `SELECT id, application_id AS "applicationId", person_id AS "personId", kind, year, file_name AS "fileName",
             length, received
           FROM unfinished_uploads WHERE id = $1 AND application_id = $2 AND person_id = $3`,
    values: [id, applicationId, personId],
  });
  return rows[0] ?? null;
}

/**
 * Notes that the bytes up to `end` are on the disk. Two requests may bring the same bytes, one of them over a line that its
 * sender has given up: the one that got further counts. Returns how many bytes there are; null when the upload has ended.
 */
export async function advanceUpload(
  { pool }: Pick<Database, 'pool'>,
  { id, end }: { readonly id: string; readonly end: number },
): Promise<number | null> {
  const { rows } = await pool.query<{ received: number }>({
    name: 'advance_upload',
    text: `UPDATE unfinished_uploads SET received = GREATEST(received, $2), last_at = now() WHERE id = $1 RETURNING received`,
    values: [id, end],
  });
  return rows[0]?.received ?? null;
}

/** Notes that of the bytes from `start` on none can be relied on. */
export async function retractUpload(
  { pool }: Pick<Database, 'pool'>,
  { id, start }: { readonly id: string; readonly start: number },
): Promise<void> {
  await pool.query({
    name: 'retract_upload',
    text: 'UPDATE unfinished_uploads SET received = LEAST(received, $2) WHERE id = $1',
    values: [id, start],
  });
}

/** Forgets an upload that has become a document, was refused or given up. */
export async function forgetUpload({ pool }: Pick<Database, 'pool'>, id: string): Promise<void> {
  await pool.query({ name: 'forget_upload', text: 'DELETE FROM unfinished_uploads WHERE id = $1', values: [id] });
}

/** Forgets the uploads that nothing has arrived of for `seconds`. */
export async function forgetStaleUploads({ pool }: Pick<Database, 'pool'>, seconds: number): Promise<void> {
  await pool.query({
    name: 'forget_stale_uploads',
    text: 'DELETE FROM unfinished_uploads WHERE last_at < now() - make_interval(secs => $1)',
    values: [seconds],
  });
}
