import type { Instant } from '../../rules/calendar/instant.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import type { FeeState } from '../../rules/fees/feeStates.js';
import { type Resolution, surplusCode } from '../../rules/fees/paymentOutcomes.js';
import type { Database } from '../database.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';

type Pool = Pick<Database, 'pool'>;

/** A payment reported by the bank that no application counts as its own. Who paid is not stored. */
export interface UnmatchedPayment {
  readonly id: string;
  readonly transactionId: string;
  /** The pay code, short number or id that the bank named. */
  readonly reference: string;
  /** Null: there is no such application. */
  readonly applicationId: string | null;
  /** In fen. */
  readonly amount: number;
  readonly channel: string;
  /** The code of the refusal, or `surplusCode`. */
  readonly code: string;
  /** The part it was reported for; null where no application took it for one. */
  readonly part: FeePart | null;
  /** The fee of that part; null: none has arisen. */
  readonly fee: { readonly code: string; readonly amount: number; readonly state: FeeState } | null;
  readonly receivedAt: Instant;
  readonly resolution: Resolution | null;
  readonly reason: string | null;
  readonly resolvedAt: Instant | null;
}

/** Stores, with its entries, money that no act stands for. A trigger of the database stores what an application refused. */
export async function keepUnmatched(
  { pool }: Pool,
  payment: Pick<
    UnmatchedPayment,
    'transactionId' | 'reference' | 'applicationId' | 'amount' | 'channel' | 'code' | 'part'
  > & {
    readonly campaignId: string | null;
    readonly receivedAt: Instant;
  },
): Promise<void> {
  const { transactionId, reference, applicationId, campaignId, amount, channel, code, part, receivedAt } = payment;
  await pool.query({
    name: 'keep_unmatched',
    text: `INSERT INTO unmatched_payments (transaction_id, reference, application_id, campaign_id, amount, channel, code, part, received_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    values: [transactionId, reference, applicationId, campaignId, amount, channel, code, part, stored(receivedAt)],
  });
}

/** How much of a transaction was kept because it was more than the fee it confirmed, in fen; 0: nothing. */
export async function surplusKept(
  { pool }: Pool,
  { transactionId, applicationId }: { readonly transactionId: string; readonly applicationId: string },
): Promise<number> {
  const { rows } = await pool.query<{ amount: number }>({
    name: 'surplus_kept',
    text: 'SELECT amount FROM unmatched_payments WHERE transaction_id = $1 AND application_id = $2 AND code = $3',
    values: [transactionId, applicationId, surplusCode],
  });
  return rows[0]?.amount ?? 0;
}

const selected = `SELECT payment.id, transaction_id AS "transactionId", reference, payment.application_id AS "applicationId", payment.amount,
    channel, payment.code, payment.part, received_at AS "receivedAt", resolution, reason, resolved_at AS "resolvedAt",
    CASE WHEN fee.code IS NOT NULL THEN jsonb_build_object('code', fee.code, 'amount', fee.amount, 'state', fee.state) END AS fee
  FROM unmatched_payments AS payment
    LEFT JOIN fees AS fee ON fee.application_id = payment.application_id AND fee.part = payment.part`;

/** Unresolved payments of a campaign, oldest first; those without a campaign are listed in each. */
export async function unmatchedOf(
  { pool }: Pool,
  given: {
    readonly campaignId: string;
    readonly after: { readonly at: Instant; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<readonly UnmatchedPayment[]> {
  const { campaignId, after, limit } = given;
  const { rows } = await pool.query<Row>({
    name: 'unmatched_of',
    text: `${selected} WHERE resolved_at IS NULL AND (payment.campaign_id = $1 OR payment.campaign_id IS NULL)
        AND ($2::timestamptz IS NULL OR (received_at, payment.id) > ($2::timestamptz, $3::uuid))
      ORDER BY received_at, payment.id LIMIT $4`,
    values: [campaignId, after ? stored(after.at) : null, after?.id ?? null, limit],
  });
  return rows.map(paymentOf);
}

/** Payments kept of an application, resolved or not, oldest first. */
export async function keptOf({ pool }: Pool, applicationId: string): Promise<readonly UnmatchedPayment[]> {
  const text = `${selected} WHERE payment.application_id = $1::uuid ORDER BY received_at, payment.id`;
  const { rows } = await pool.query<Row>({ name: 'kept_of', text, values: [applicationId] });
  return rows.map(paymentOf);
}

/** The kept payment of this id, or null. */
export async function findKept({ pool }: Pool, id: string): Promise<UnmatchedPayment | null> {
  const { rows } = await pool.query<Row>({
    name: 'find_kept',
    text: `${selected} WHERE payment.id = $1::uuid`,
    values: [id],
  });
  return rows[0] ? paymentOf(rows[0]) : null;
}

type Row = Omit<UnmatchedPayment, 'receivedAt' | 'resolvedAt'> & {
  readonly receivedAt: Date;
  readonly resolvedAt: Date | null;
};

function paymentOf({ receivedAt, resolvedAt, ...row }: Row): UnmatchedPayment {
  return { ...row, receivedAt: instantFrom(receivedAt), resolvedAt: instantOrNull(resolvedAt) };
}
