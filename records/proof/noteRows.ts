import type { Statements } from '../database.js';

/** Notes the papers of an application that has just been inserted: see noteRow.ts. */
export async function notePapers(statements: Statements, applicationId: string): Promise<void> {
  await statements.query({
    name: 'note_papers',
    text: `SELECT note_row(kind, scope, subject, row_hash)
           FROM (SELECT * FROM registered_rows WHERE application_id = $1::uuid ORDER BY kind, subject) AS papers`,
    values: [applicationId],
  });
}

/** Notes a sanction in its present state, in the transaction that moves it. */
export async function noteSanctionMove(statements: Statements, id: string): Promise<void> {
  await statements.query({
    name: 'note_sanction',
    text: `SELECT note_row(kind, scope, subject, row_hash) FROM registered_rows WHERE kind = 'sanction' AND subject LIKE '%/' || $1`,
    values: [id],
  });
}

/** Notes an uploaded document, in the transaction that adds it. */
export async function noteOneDocument(statements: Statements, applicationId: string, id: string): Promise<void> {
  await statements.query({
    name: 'note_document',
    text: `SELECT note_row(kind, scope, subject, row_hash) FROM registered_rows
           WHERE kind = 'document' AND application_id = $1::uuid AND subject = $2`,
    values: [applicationId, id],
  });
}
