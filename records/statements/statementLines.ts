import type { FeePart } from '../../rules/candidate/fees.js';
import { keyOfLine, type StatementLine } from '../../rules/statements/statementLine.js';
import type { LineOutcome } from '../../rules/statements/verdicts.js';
import type { Database } from '../database.js';
import { openLine, sealLine } from '../sealed/sealedLine.js';

/** A line as it is recorded, with what was decided about it. */
export interface RecordedLine extends StatementLine {
  readonly id: string;
  readonly applicationId: string | null;
  readonly part: FeePart | null;
  /** null: not decided, or under way. */
  readonly outcome: LineOutcome | null;
  /** The code of the refusal. */
  readonly code: string | null;
}

/** Adds lines to a statement. Those that any statement of the campaign has already are left out. */
export async function addLines(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  { id: statementId, campaignId }: { readonly id: string; readonly campaignId: string },
  lines: readonly StatementLine[],
): Promise<void> {
  const rows: object[] = [];
  // One after the other: the first makes the key of the statement, which all others would make too.
  for (const { counterparty, remark, ...line } of lines)
    rows.push({
      ...line,
      key: await vault.keyedHash(keyOfLine({ ...line, counterparty, remark })),
      sealed: await sealLine(vault, statementId, { counterparty, remark }),
    });
  await pool.query({
    name: 'add_statement_lines',
    text: `INSERT INTO statement_lines (statement_id, campaign_id, row, key, booked, direction, amount, balance, serial, sealed)
           SELECT $1, $2, g.row, g.key, g."booked", g.direction, g.amount, g.balance, g.serial, g.sealed
           FROM jsonb_to_recordset($3::jsonb) AS g(row int, key text, "booked" text, direction text, amount bigint, balance bigint,
             serial text, sealed text)
           ON CONFLICT DO NOTHING`,
    values: [statementId, campaignId, JSON.stringify(rows)],
  });
}

/** The lines of a statement in their order, opened; those of `ids` alone where they are given. */
export async function linesOf(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  statementId: string,
  ids: readonly string[] | null = null,
): Promise<readonly RecordedLine[]> {
  const { rows } = await pool.query<Row>({
    name: 'lines_of_statement',
    text: `SELECT id, row, booked, direction, amount::float8 AS amount, balance::float8 AS balance, serial, sealed,
             application_id AS "applicationId", part, outcome, code
           FROM statement_lines WHERE statement_id = $1 AND ($2::uuid[] IS NULL OR id = ANY($2)) ORDER BY row`,
    values: [statementId, ids],
  });
  const opened: RecordedLine[] = [];
  for (const { sealed, ...row } of rows) opened.push({ ...row, account: null, ...(await openLine(vault, sealed)) });
  return opened;
}

type Row = Omit<RecordedLine, 'account' | 'counterparty' | 'remark'> & { readonly sealed: string | null };
