import type { Instant } from '../../rules/calendar/instant.js';
import {
  type Delivery,
  type ImportKind,
  importKeptDays,
  type RowOutcome,
  type RowVerdict,
} from '../../rules/directory/importKinds.js';
import type { Database } from '../database.js';
import { instantOrNull, stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** A table that was sent, and how far it has been registered or undone. */
export interface DirectoryImport {
  readonly id: string;
  readonly kind: ImportKind;
  /** Whose experts they are; null: a table of the whole installation. */
  readonly campaignId: string | null;
  readonly fileName: string;
  readonly columns: readonly string[];
  readonly delivery: Delivery | null;
  readonly madeByName: string | null;
  readonly madeAt: Instant;
  readonly appliedAt: Instant | null;
  readonly undoneAt: Instant | null;
  readonly verdicts: Readonly<Partial<Record<RowVerdict, number>>>;
  readonly outcomes: Readonly<Partial<Record<RowOutcome, number>>>;
}

type Instants = 'madeAt' | 'appliedAt' | 'undoneAt';
type Row = Omit<DirectoryImport, Instants> & { madeAt: Date; appliedAt: Date | null; undoneAt: Date | null };
const counts = (column: string) =>
  `coalesce((SELECT jsonb_object_agg(name, n) FROM (SELECT ${column} AS name, count(*) AS n FROM directory_import_rows r
     WHERE r.import_id = i.id AND ${column} IS NOT NULL GROUP BY 1) c), '{}')`;
const selected = `SELECT i.id, i.kind, i.campaign_id AS "campaignId", i.file_name AS "fileName", i.columns, i.delivery, u.name AS "madeByName",
    i.made_at AS "madeAt", i.applied_at AS "appliedAt", i.undone_at AS "undoneAt", ${counts('verdict')} AS verdicts,
    ${counts('outcome')} AS outcomes
  FROM directory_imports i LEFT JOIN users u ON u.id = i.made_by`;

/** Begins a table. Tables older than they are kept for go. Returns its id. */
export async function beginImport(
  { pool }: Pool,
  {
    kind,
    campaignId,
    fileName,
    columns,
    by,
    at,
  }: {
    readonly kind: ImportKind;
    readonly campaignId: string | null;
    readonly fileName: string;
    readonly columns: readonly string[];
    readonly by: string;
    readonly at: Instant;
  },
): Promise<string> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'begin_directory_import',
    text: `WITH old AS (DELETE FROM directory_imports WHERE made_at < $7)
           INSERT INTO directory_imports (kind, campaign_id, file_name, columns, made_by, made_at)
           VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
    values: [kind, campaignId, fileName, columns, by, stored(at), stored(at - importKeptDays * 24 * 3_600_000)],
  });
  const [row] = rows;
  if (!row) throw new Error('an inserted row is returned');
  return row.id;
}

/** Whose tables are listed: of the whole installation, or of these campaigns; `every`: of every campaign. */
export type ImportOwners = 'installation' | 'every' | readonly string[];

/** The latest tables. */
export async function latestImports(
  { pool }: Pool,
  owners: ImportOwners,
  limit: number,
): Promise<readonly DirectoryImport[]> {
  const { rows } = await pool.query<Row>({
    name: 'latest_directory_imports',
    text: `${selected} WHERE CASE WHEN i.campaign_id IS NULL THEN $1 ELSE $2 OR i.campaign_id = ANY($3) END
           ORDER BY i.made_at DESC, i.id LIMIT $4`,
    values: [owners === 'installation', owners === 'every', typeof owners === 'string' ? [] : owners, limit],
  });
  return rows.map(importOf);
}

/** One table, or null. */
export async function findImport({ pool }: Pool, id: string): Promise<DirectoryImport | null> {
  const { rows } = await pool.query<Row>({
    name: 'find_directory_import',
    text: `${selected} WHERE i.id = $1`,
    values: [id],
  });
  return rows[0] ? importOf(rows[0]) : null;
}

function importOf({ madeAt, appliedAt, undoneAt, ...row }: Row): DirectoryImport {
  return {
    ...row,
    madeAt: madeAt.getTime(),
    appliedAt: instantOrNull(appliedAt),
    undoneAt: instantOrNull(undoneAt),
  };
}
