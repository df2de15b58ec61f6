import { endOfDay, type Instant, type LocalDate } from '../../rules/calendar/instant.js';
import type { DayClose } from '../../rules/dayClose/daySummary.js';
import type { Database, Statements } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { instantFrom, stored } from '../timestamps.js';
import { movesOf, movesToClose } from './bankMoves.js';
import { statementSums } from './statementSums.js';

type Head = Omit<DayClose, 'moves'>;
interface Row {
  readonly id: string;
  readonly day: LocalDate;
  readonly previousDay: LocalDate | null;
  readonly closedAt: Date;
  readonly closedByName: string | null;
  readonly remark: string | null;
  readonly ledgerBalance: number;
  readonly received: number;
  readonly spent: number;
  readonly balance: number | null;
  readonly openCount: number;
  readonly openAmount: number;
}

const selected = `SELECT closing.id, to_char(closing.day, 'YYYY-MM-DD') AS day, to_char(closing.after, 'YYYY-MM-DD') AS "previousDay",
    closing.closed_at AS "closedAt", person.name AS "closedByName", closing.remark, closing.ledger_balance::float8 AS "ledgerBalance",
    closing.statement_in::float8 AS received, closing.statement_out::float8 AS spent, closing.statement_balance::float8 AS balance,
    closing.open_count AS "openCount", closing.open_amount::float8 AS "openAmount"
  FROM day_closes AS closing LEFT JOIN users AS person ON person.id = closing.closed_by`;

/** The closes of a campaign without what they hold, the latest first. */
export async function closesOf({ pool }: Pick<Database, 'pool'>, campaignId: string): Promise<readonly Head[]> {
  const text = `${selected} WHERE closing.campaign_id = $1 ORDER BY closing.day DESC`;
  const { rows } = await pool.query<Row>({ name: 'day_closes_of', text, values: [campaignId] });
  return rows.map(headOf);
}

/** A close of a campaign by its day or its id, with what it holds; null: that day is not closed. */
export async function findClose(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
  of: { readonly day: LocalDate } | { readonly id: string },
): Promise<DayClose | null> {
  const [where, value] = 'day' in of ? ['closing.day = $2::date', of.day] : ['closing.id = $2::uuid', of.id];
  const { rows } = await pool.query<Row>(`${selected} WHERE closing.campaign_id = $1 AND ${where}`, [
    campaignId,
    value,
  ]);
  const [row] = rows;
  return row ? { ...headOf(row), moves: await movesOf(pool, row.id) } : null;
}

interface Of {
  readonly campaignId: string;
  readonly day: LocalDate;
  readonly now: Instant;
}

/** What a close of a day would hold now. */
export async function previewClose({ pool }: Pick<Database, 'pool'>, of: Of): Promise<DayClose> {
  return await previewed(pool, of);
}

async function previewed(statements: Statements, { campaignId, day, now }: Of): Promise<DayClose> {
  const previousDay = await lastClosed(statements, campaignId);
  const moves = await movesToClose(statements, { campaignId, before: Math.min(endOfDay(day), now + 1) });
  const { rows } = await statements.query<{ balance: number }>({
    name: 'closed_bank_balance',
    text: `SELECT coalesce(sum(entry.amount), 0)::float8 AS balance FROM day_closes AS closing
             JOIN day_close_transfers AS closed ON closed.close_id = closing.id
             JOIN ledger_entries AS entry ON entry.transfer_id = closed.transfer_id AND entry.account = 'bank'
           WHERE closing.campaign_id = $1`,
    values: [campaignId],
  });
  const ledgerBalance = (rows[0]?.balance ?? 0) + moves.reduce((sum, { amount }) => sum + amount, 0);
  const statement = await statementSums(statements, { campaignId, after: previousDay, day });
  return {
    id: null,
    day,
    previousDay,
    closedAt: null,
    closedByName: null,
    remark: null,
    ledgerBalance,
    statement,
    moves,
  };
}

async function lastClosed(statements: Statements, campaignId: string): Promise<LocalDate | null> {
  const { rows } = await statements.query<{ day: LocalDate | null }>({
    name: 'last_day_closed',
    text: `SELECT to_char(max(day), 'YYYY-MM-DD') AS day FROM day_closes WHERE campaign_id = $1`,
    values: [campaignId],
  });
  return rows[0]?.day ?? null;
}

/** Closes a day, unless `refuses` says no to it, the last day that is closed being this. Returns its id, or what it said. */
export async function closeDay<Refused>(
  { pool }: Pick<Database, 'pool'>,
  given: Of & { readonly by: string; readonly remark: string | null },
  refuses: (last: LocalDate | null) => Refused | null,
): Promise<{ readonly id: string } | { readonly refused: Refused }> {
  const { campaignId, day, now, by, remark } = given;
  return await inTransaction({ pool }, async (statements) => {
    // One close of a campaign at a time; each sees what the one before holds.
    await statements.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`day close ${campaignId}`]);
    const refused = refuses(await lastClosed(statements, campaignId));
    if (refused !== null) return { refused };
    const { previousDay, ledgerBalance, statement, moves } = await previewed(statements, given);
    const { received, spent, balance, openCount, openAmount } = statement;
    const { rows } = await statements.query<{ id: string }>({
      name: 'close_day',
      text: `WITH closing AS (
               INSERT INTO day_closes (campaign_id, day, after, ledger_balance, statement_in, statement_out, statement_balance, open_count,
                 open_amount, remark, closed_by, closed_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id),
             held AS (INSERT INTO day_close_transfers (transfer_id, close_id) SELECT unnest($13::text[]), id FROM closing)
             SELECT id FROM closing`,
      values: [
        ...[campaignId, day, previousDay, ledgerBalance, received, spent, balance, openCount, openAmount],
        ...[remark, by, stored(now), moves.map(({ id }) => id)],
      ],
    });
    const [row] = rows;
    if (!row) throw new Error('an inserted row is returned');
    return { id: row.id };
  });
}

function headOf({ closedAt, received, spent, balance, openCount, openAmount, ...row }: Row): Head {
  return {
    ...row,
    closedAt: instantFrom(closedAt),
    statement: { received, spent, balance, openCount, openAmount },
  };
}
