import type { RowOutcome, RowVerdict } from '../../rules/directory/importKinds.js';
import type { Database } from '../database.js';

type Pool = Pick<Database, 'pool'>;

/** What is wrong in a cell, in both languages. */
export interface CellFault {
  readonly field: string;
  readonly message: string;
  readonly messageEn: string;
}

/** A row of a table as it was judged. */
export interface JudgedRow {
  readonly line: number;
  readonly subject: string | null;
  readonly verdict: RowVerdict;
  readonly faults: readonly CellFault[];
  readonly before: object | null;
  readonly after: object | null;
}

/** Adds judged rows to a table that nobody has registered; rows it has stay. Returns whether it takes rows. */
export async function addImportRows({ pool }: Pool, importId: string, rows: readonly JudgedRow[]): Promise<boolean> {
  const { rows: answers } = await pool.query<{ open: boolean }>({
    name: 'add_directory_import_rows',
    text: `WITH open AS (SELECT id FROM directory_imports WHERE id = $1 AND applied_at IS NULL FOR UPDATE),
           added AS (
             INSERT INTO directory_import_rows (import_id, line, subject, verdict, faults, before, after)
             SELECT open.id, g.line, g.subject, g.verdict, g.faults, nullif(g.before, 'null'), nullif(g.after, 'null')
             FROM open, jsonb_to_recordset($2::jsonb) AS g(line int, subject text, verdict text, faults jsonb, before jsonb,
               after jsonb)
             ON CONFLICT DO NOTHING)
           SELECT EXISTS (SELECT FROM open) AS open`,
    values: [importId, JSON.stringify(rows)],
  });
  return answers[0]?.open ?? false;
}

/** Rows of a table that are about one of these subjects: their line, and what they would register. */
export async function rowsAbout({ pool }: Pool, importId: string, subjects: readonly string[]) {
  const { rows } = await pool.query<{ line: number; subject: string; after: object | null }>({
    name: 'directory_import_rows_about',
    text: 'SELECT line, subject, after FROM directory_import_rows WHERE import_id = $1 AND subject = ANY($2)',
    values: [importId, subjects],
  });
  return rows;
}

/** How many rows a table has. */
export async function countImportRows({ pool }: Pool, importId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'count_directory_import_rows',
    text: 'SELECT count(*)::int AS count FROM directory_import_rows WHERE import_id = $1',
    values: [importId],
  });
  return rows[0]?.count ?? 0;
}

/** A page of the rows of a table after a line; only those with this verdict or outcome. */
export async function listImportRows(
  { pool }: Pool,
  importId: string,
  {
    verdict = null,
    outcome = null,
    after,
    limit,
  }: {
    readonly verdict?: RowVerdict | null | undefined;
    readonly outcome?: RowOutcome | null | undefined;
    readonly after: number;
    readonly limit: number;
  },
): Promise<readonly (JudgedRow & { readonly outcome: RowOutcome | null })[]> {
  const { rows } = await pool.query<JudgedRow & { readonly outcome: RowOutcome | null }>({
    name: 'list_directory_import_rows',
    text: `SELECT line, subject, verdict, faults, before, after, outcome FROM directory_import_rows
           WHERE import_id = $1 AND line > $2 AND ($3::text IS NULL OR verdict = $3) AND ($4::text IS NULL OR outcome = $4)
           ORDER BY line LIMIT $5`,
    values: [importId, after, verdict, outcome, limit],
  });
  return rows;
}
