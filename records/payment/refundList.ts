import type { Instant } from '../../rules/calendar/instant.js';
import type { FeePart } from '../../rules/candidate/fees.js';
import type { RefundAsker, RefundState } from '../../rules/fees/refundLaw.js';
import type { Database } from '../database.js';
import type { KeysetPlace } from '../keyset.js';
import { instantFrom, stored } from '../timestamps.js';

/** A refund as lists show it. */
export interface ListedRefund {
  readonly id: string;
  readonly state: RefundState;
  /** In fen. */
  readonly amount: number;
  readonly payCode: string | null;
  readonly applicationId: string | null;
  readonly number: string | null;
  readonly applicantName: string | null;
  readonly part: FeePart | null;
  /** Of a kept payment: the bank's transaction, by which it goes back. */
  readonly transactionId: string | null;
  readonly reason: string;
  readonly decision: string | null;
  readonly askedBy: string;
  readonly askedRole: RefundAsker;
  readonly askedAt: Instant;
  readonly changedAt: Instant;
}
type Row = Omit<ListedRefund, 'askedAt' | 'changedAt'> & { readonly askedAt: Date; readonly changedAt: Date };

/** Refunds of a campaign, or of one of its applications, oldest first. */
export async function refundsOf(
  { pool }: Pick<Database, 'pool'>,
  given: {
    readonly campaignId: string;
    readonly applicationId?: string;
    readonly states: readonly RefundState[];
    readonly after?: KeysetPlace | undefined;
    readonly limit: number;
  },
): Promise<readonly ListedRefund[]> {
  const { campaignId, applicationId = null, states, after, limit } = given;
  const { rows } = await pool.query<Row>({
    name: 'refunds_of',
    // Money of a fee that the bank reported goes back by that transaction too: it is the key of the act.
    text: `SELECT refunds.id, refunds.state, refunds.amount, COALESCE(pay_code, kept.code) AS "payCode", applications.id AS "applicationId",
        applications.number, person.name AS "applicantName", COALESCE(fees.part, payment.part) AS part,
        COALESCE(payment.transaction_id, substr(paying.key, 6)) AS "transactionId", refunds.reason, decision,
        asked_by AS "askedBy", asked_role AS "askedRole", asked_at AS "askedAt", refunds.changed_at AS "changedAt"
      FROM refunds LEFT JOIN fees ON fees.code = pay_code
        LEFT JOIN unmatched_payments AS payment ON payment.id = payment_id
        LEFT JOIN fees AS kept ON kept.application_id = payment.application_id AND kept.part = payment.part
        LEFT JOIN applications ON applications.id = refunds.application_id LEFT JOIN users AS person ON person.id = applicant_id
        LEFT JOIN LATERAL (SELECT key FROM events WHERE events.application_id = refunds.application_id AND pay_code IS NOT NULL
          AND event = CASE fees.part WHEN 'defense' THEN 'confirm_defense_fee' ELSE 'confirm_payment' END AND key LIKE 'bank:%'
          LIMIT 1) AS paying ON true
      WHERE refunds.campaign_id = $1 AND ($2::uuid IS NULL OR refunds.application_id = $2) AND refunds.state = ANY ($3)
        AND ($4::timestamptz IS NULL OR (asked_at, refunds.id) > ($4::timestamptz, $5::uuid))
      ORDER BY asked_at, refunds.id LIMIT $6`,
    values: [
      campaignId,
      applicationId,
      states,
      after?.at === undefined || after.at === null ? null : stored(after.at),
      after?.id ?? null,
      limit,
    ],
  });
  return rows.map(({ askedAt, changedAt, ...row }) => ({
    ...row,
    askedAt: instantFrom(askedAt),
    changedAt: instantFrom(changedAt),
  }));
}
