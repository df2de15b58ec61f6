import type { Instant } from '../../rules/calendar/instant.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import type { LineOutcome } from '../../rules/statements/verdicts.js';
import type { Database } from '../database.js';
import { isAlreadyThere } from '../databaseErrors.js';
import type { UnmatchedPayment } from '../payment/unmatchedPayments.js';
import { stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** A line that is to be confirmed as the payment of a fee. */
export interface LineDecision {
  readonly statementId: string;
  readonly lineId: string;
  readonly applicationId: string;
  readonly part: FeePart;
}

/**
 * Takes a line for one fee, before its payment is confirmed; the same decision again is the same. `attempt` tells it from one that was
 * refused before. Null: the line is another's or went out, or another line is that fee's payment.
 */
export async function takeLine(
  { pool }: Pool,
  { statementId, lineId, applicationId, part, by, at }: LineDecision & { readonly by: string; readonly at: Instant },
): Promise<{ readonly attempt: number; readonly outcome: LineOutcome | null } | null> {
  try {
    const { rows } = await pool.query<{ attempt: number; outcome: LineOutcome | null }>({
      name: 'take_statement_line',
      text: `WITH line AS (SELECT id, outcome, attempts FROM statement_lines
               WHERE id = $1 AND statement_id = $2 AND direction = 'in' AND outcome IS DISTINCT FROM 'kept'
                 AND (application_id IS NULL OR outcome = 'refused' OR (application_id = $3 AND part = $4)) FOR UPDATE),
             taken AS (UPDATE statement_lines SET application_id = $3, part = $4, decided_by = $5, decided_at = $6, code = NULL,
                 attempts = line.attempts + CASE WHEN application_id IS NULL OR line.outcome = 'refused' THEN 1 ELSE 0 END,
                 outcome = NULL
               FROM line WHERE statement_lines.id = line.id AND line.outcome IS DISTINCT FROM 'confirmed' RETURNING statement_lines.attempts)
             SELECT attempts AS attempt, NULL AS outcome FROM taken
             UNION ALL SELECT attempts, outcome FROM line WHERE outcome = 'confirmed'`,
      values: [lineId, statementId, applicationId, part, by, stored(at)],
    });
    return rows[0] ?? null;
  } catch (error) {
    if (isAlreadyThere(error)) return null;
    throw error;
  }
}

/** Notes what became of a line that was taken. */
export async function finishLine(
  { pool }: Pool,
  lineId: string,
  { outcome, code }: { readonly outcome: LineOutcome; readonly code: string | null },
): Promise<void> {
  await pool.query({
    name: 'finish_statement_line',
    text: `UPDATE statement_lines SET outcome = $2, code = $3 WHERE id = $1 AND outcome IS NULL AND application_id IS NOT NULL`,
    values: [lineId, outcome, code],
  });
}

/**
 * Keeps the money of a line that is the payment of no fee, with its entries in the ledger. False: the line was decided about, or went
 * out. A transaction that is kept already, since the bank told of it, is not kept again.
 */
export async function keepLine(
  { pool }: Pool,
  given: Pick<LineDecision, 'statementId' | 'lineId'> &
    Pick<UnmatchedPayment, 'transactionId' | 'reference' | 'applicationId' | 'part' | 'channel' | 'code'> & {
      readonly by: string;
      readonly at: Instant;
    },
): Promise<boolean> {
  const { statementId, lineId, transactionId, reference, applicationId, part, channel, code, by, at } = given;
  const { rows } = await pool.query({
    name: 'keep_statement_line',
    text: `WITH line AS (UPDATE statement_lines SET outcome = 'kept', code = $3, application_id = NULL, part = NULL, decided_by = $4,
               decided_at = $5
             WHERE id = $1 AND statement_id = $2 AND direction = 'in' AND (decided_by IS NULL OR outcome = 'refused')
             RETURNING campaign_id, amount),
           kept AS (INSERT INTO unmatched_payments
               (transaction_id, reference, application_id, campaign_id, amount, channel, code, part, received_at)
             SELECT $6, $7, $8, campaign_id, amount, $9, $3, $10, $5 FROM line ON CONFLICT DO NOTHING)
           SELECT FROM line`,
    values: [lineId, statementId, code, by, stored(at), transactionId, reference, applicationId, channel, part],
  });
  return rows.length > 0;
}
