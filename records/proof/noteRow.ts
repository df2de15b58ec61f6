import { type Connection, sql } from '../database.js';

// A row without a hash chain of its own is noted in the register by whoever writes it lawfully, in the same transaction.

/** Notes the removal of a document. */
export function noteDocument(connection: Connection, applicationId: string, id: string) {
  return connection.$queryRaw(sql`SELECT note_row(kind, scope, subject, row_hash) FROM registered_rows
    WHERE kind = 'document' AND application_id = ${applicationId}::uuid AND subject = ${id}`);
}

/** Notes a frozen form once. One that is there already must not be noted again: it may have been changed since. */
export function noteFrozenForm(connection: Connection, applicationId: string, hash: string) {
  return connection.$queryRaw(sql`SELECT note_row(kind, scope, subject, row_hash) FROM registered_rows AS present
    WHERE kind = 'dossier_version' AND application_id = ${applicationId}::uuid AND subject = ${hash}
      AND NOT EXISTS (SELECT FROM register_entries AS noted
        WHERE noted.scope = present.scope AND noted.kind = present.kind AND noted.subject = present.subject)`);
}

/** Notes a version of a campaign's policy. */
export function notePolicyVersion(connection: Connection, campaignId: string, version: number) {
  return connection.$queryRaw(sql`SELECT note_row(kind, scope, subject, row_hash) FROM registered_rows
    WHERE kind = 'policy_version' AND campaign_id = ${campaignId} AND subject = ${String(version)}`);
}

/** Notes a sanction in its present state. */
export function noteSanction(connection: Connection, id: string) {
  return connection.$queryRaw(sql`SELECT note_row(kind, scope, subject, row_hash) FROM registered_rows
    WHERE kind = 'sanction' AND subject LIKE ${`%/${id}`}`);
}
