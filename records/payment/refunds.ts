import type { Status } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import { statesBy } from '../../rules/fees/feeStates.js';
import { postingOf } from '../../rules/fees/postings.js';
import {
  decides,
  feeRefundProblem,
  type RefundAsker,
  type RefundEvent,
  type RefundState,
  refundLaw,
  refundLetters,
  refundPosting,
  refundProblem,
} from '../../rules/fees/refundLaw.js';
import type { Refusal } from '../../rules/refusal.js';
import type { Database, Statements } from '../database.js';
import { isAlreadyThere } from '../databaseErrors.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import type { CodedFee } from './feeCodes.js';
import { post, postFollowing } from './ledger.js';

interface By {
  readonly by: string;
  readonly at: Instant;
  readonly clause: string;
}

/** Asks for the refund of a fee that was paid. The id of the refund; a refusal; or null, where it is asked for already. */
export async function askFeeRefund(
  { pool }: Pick<Database, 'pool'>,
  fee: Pick<CodedFee, 'campaignId' | 'applicationId' | 'code' | 'amount' | 'state'> & { readonly status: Status },
  { role, reason, by, at, clause }: By & { readonly role: RefundAsker; readonly reason: string },
): Promise<{ readonly id: string } | Refusal | null> {
  const problem = feeRefundProblem({ state: fee.state, status: fee.status, asker: role }, clause);
  if (problem) return problem;
  try {
    const { rows } = await pool.query<{ id: string }>({
      name: 'ask_fee_refund',
      text: `INSERT INTO refunds (campaign_id, application_id, pay_code, amount, reason, state, asked_by, asked_role, asked_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, 'asked', $6, $7, $8, $8) RETURNING id`,
      values: [fee.campaignId, fee.applicationId, fee.code, fee.amount, reason, by, role, stored(at)],
    });
    return rows[0] ?? null;
  } catch (error) {
    if (isAlreadyThere(error)) return null;
    throw error;
  }
}

interface Row {
  readonly id: string;
  readonly state: RefundState;
  readonly amount: number;
  readonly transfers: number;
  readonly applicationId: string | null;
  readonly payCode: string | null;
  readonly paymentId: string | null;
  readonly part: FeePart | null;
  readonly askedBy: string;
}

/** What happened to a refund, with its entries. Null: there is none of this id in the campaign; a refusal; or true. */
export async function changeRefund(
  database: Pick<Database, 'pool'>,
  given: By & {
    readonly id: string;
    readonly campaignId: string;
    readonly event: RefundEvent;
    readonly reason: string | null;
  },
): Promise<Refusal | true | null> {
  return await inTransaction(database, async (statements) => {
    const {
      rows: [row],
    } = await statements.query<Row>({
      name: 'lock_refund',
      text: `SELECT refunds.id, refunds.state, refunds.amount, transfers, refunds.application_id AS "applicationId", pay_code AS "payCode",
          payment_id AS "paymentId", fees.part, asked_by AS "askedBy"
        FROM refunds LEFT JOIN fees ON fees.code = pay_code
        WHERE id = $1::uuid AND refunds.campaign_id = $2 FOR UPDATE OF refunds`,
      values: [given.id, given.campaignId],
    });
    if (!row) return null;
    const problem = refundProblem(given.event, row, given);
    if (problem) return problem;
    const posted = await postFor(statements, row, given);
    await statements.query({
      name: 'change_refund',
      text: `UPDATE refunds SET state = $2, changed_at = $3, transfers = transfers + $4, decision = COALESCE($5, decision),
          decided_by = CASE WHEN $6 THEN $7 ELSE decided_by END WHERE id = $1::uuid`,
      values: [
        row.id,
        refundLaw[row.state][given.event],
        stored(given.at),
        posted ? 1 : 0,
        given.reason,
        decides(given.event),
        given.by,
      ],
    });
    await writeLetter(statements, row, given, posted ? row.transfers + 1 : row.transfers);
    return true;
  });
}

/** Tells the candidate; a payment that belongs to no application has nobody to be told. */
async function writeLetter(
  statements: Statements,
  { id, applicationId }: Row,
  { event, campaignId, at }: Pick<By, 'at'> & { readonly event: RefundEvent; readonly campaignId: string },
  transfers: number,
): Promise<void> {
  const kind = refundLetters[event];
  await statements.query({
    name: 'write_refund_letter',
    text: `INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
           SELECT $2, $3, 'applicant', applicant_id, true, $4, $5::jsonb FROM applications WHERE id = $1::uuid ON CONFLICT DO NOTHING`,
    values: [
      ...[applicationId, campaignId, kind, `${kind}:${id}.${transfers}`],
      JSON.stringify({ at, applicationId, refundId: id }),
    ],
  });
}

/** Writes what an event on a refund means to fee, kept payment and ledger; whether it posts something. */
async function postFor(
  statements: Statements,
  row: Row,
  { event, campaignId, at }: By & { readonly event: RefundEvent; readonly campaignId: string },
): Promise<boolean> {
  const kind = refundPosting[event][row.payCode === null ? 'payment' : 'fee'];
  if (kind === null) {
    await reopen(statements, row.paymentId);
    return false;
  }
  const posting = postingOf(kind, row.amount);
  const id = `refund:${row.id}:${row.transfers + 1}`;
  if (row.transfers === 0 && row.payCode !== null) {
    const { applicationId, part, payCode } = row;
    await post(
      statements,
      { id, campaignId, applicationId, part, payCode, reference: row.id, resolves: null, at },
      posting,
    );
    await statements.query({
      name: 'refund_fee',
      text: 'UPDATE fees SET state = $2::jsonb->>state, changed_at = $3 WHERE code = $1 AND $2::jsonb ? state',
      values: [payCode, JSON.stringify(statesBy('refund')), stored(at)],
    });
    return true;
  }
  const follows = row.transfers === 0 ? `kept:${row.paymentId}` : `refund:${row.id}:${row.transfers}`;
  await postFollowing(statements, { id, follows, reference: row.id, at }, posting);
  return true;
}

/** A payment whose refund was refused is to be matched again. */
async function reopen(statements: Statements, paymentId: string | null): Promise<void> {
  await statements.query({
    name: 'reopen_payment',
    text: `UPDATE unmatched_payments SET resolution = NULL, reason = NULL, resolved_by = NULL, resolved_at = NULL WHERE id = $1::uuid`,
    values: [paymentId],
  });
}
