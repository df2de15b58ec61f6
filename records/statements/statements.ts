import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** A statement that was sent, and how far its lines are recorded and confirmed. Amounts in fen. */
export interface Statement {
  readonly id: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly layout: string;
  readonly lineCount: number;
  readonly madeByName: string | null;
  readonly madeAt: Instant;
  /** Lines that it was the first to have. */
  readonly recorded: number;
  readonly received: number;
  readonly spent: number;
  readonly confirmed: number;
  readonly confirmedAmount: number;
}

type Row = Omit<Statement, 'madeAt'> & { readonly madeAt: Date };

const selected = `SELECT statement.id, statement.file_name AS "fileName", statement.file_hash AS "fileHash", statement.layout,
    statement.line_count AS "lineCount", person.name AS "madeByName", statement.made_at AS "madeAt",
    count(line.id)::int AS recorded,
    coalesce(sum(line.amount) FILTER (WHERE line.direction = 'in'), 0)::float8 AS received,
    coalesce(sum(line.amount) FILTER (WHERE line.direction = 'out'), 0)::float8 AS spent,
    (count(*) FILTER (WHERE line.outcome = 'confirmed'))::int AS confirmed,
    coalesce(sum(line.amount) FILTER (WHERE line.outcome = 'confirmed'), 0)::float8 AS "confirmedAmount"
  FROM statements AS statement LEFT JOIN users AS person ON person.id = statement.made_by
  LEFT JOIN statement_lines AS line ON line.statement_id = statement.id`;
const grouped = 'GROUP BY statement.id, person.name';

/** Begins a statement, or finds the one of the same file. Returns its id and whether it was there already. */
export async function beginStatement(
  { pool }: Pool,
  given: Pick<Statement, 'fileName' | 'fileHash' | 'layout' | 'lineCount'> & {
    readonly campaignId: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<{ readonly id: string; readonly repeated: boolean }> {
  const { campaignId, fileName, fileHash, layout, lineCount, by, at } = given;
  const { rows } = await pool.query<{ id: string; repeated: boolean }>({
    name: 'begin_statement',
    text: `WITH added AS (
             INSERT INTO statements (campaign_id, file_name, file_hash, layout, line_count, made_by, made_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id)
           SELECT id, false AS repeated FROM added
           UNION ALL SELECT id, true FROM statements WHERE campaign_id = $1 AND file_hash = $3`,
    values: [campaignId, fileName, fileHash, layout, lineCount, by, stored(at)],
  });
  const [row] = rows;
  // Another request began it between the two: it is seen from the next statement on.
  return row ?? (await beginStatement({ pool }, given));
}

/** The latest statements of a campaign. */
export async function latestStatements(
  { pool }: Pool,
  campaignId: string,
  limit: number,
): Promise<readonly Statement[]> {
  const { rows } = await pool.query<Row>({
    name: 'latest_statements',
    text: `${selected} WHERE statement.campaign_id = $1 ${grouped} ORDER BY statement.made_at DESC, statement.id LIMIT $2`,
    values: [campaignId, limit],
  });
  return rows.map(statementOf);
}

/** A statement of a campaign, or null. */
export async function findStatement({ pool }: Pool, campaignId: string, id: string): Promise<Statement | null> {
  const { rows } = await pool.query<Row>({
    name: 'find_statement',
    text: `${selected} WHERE statement.campaign_id = $1 AND statement.id = $2 ${grouped}`,
    values: [campaignId, id],
  });
  return rows[0] ? statementOf(rows[0]) : null;
}

const statementOf = ({ madeAt, ...row }: Row): Statement => ({ ...row, madeAt: instantFrom(madeAt) });
