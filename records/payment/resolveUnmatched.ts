import type { Instant } from '../../rules/calendar/instant.js';
import type { Resolution } from '../../rules/fees/paymentOutcomes.js';
import { type PostingKind, postingOf } from '../../rules/fees/postings.js';
import type { RefundAsker } from '../../rules/fees/refundLaw.js';
import type { Database, Statements } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import { postFollowing } from './ledger.js';

interface Given {
  readonly id: string;
  readonly campaignId: string;
  readonly resolution: Resolution;
  readonly reason: string;
  readonly by: string;
  readonly role: RefundAsker;
  readonly at: Instant;
}

const kinds: Readonly<Record<Resolution, PostingKind | null>> = {
  // The ledger has it once another person has approved the refund.
  refunded: null,
  booked_manually: 'booked',
  not_ours: 'not_ours',
};

/**
 * Notes how a kept payment was resolved, with its entries, or asks for its refund; false: there is none of this id, or it was
 * resolved already.
 */
export async function resolveUnmatched(database: Pick<Database, 'pool'>, given: Given): Promise<boolean> {
  return await inTransaction(database, (statements) => resolveIn(statements, given));
}

async function resolveIn(statements: Statements, given: Given): Promise<boolean> {
  const { id, campaignId, resolution, reason, by, role, at } = given;
  const {
    rows: [row],
  } = await statements.query<{ amount: number; application_id: string | null }>({
    name: 'resolve_unmatched',
    text: `UPDATE unmatched_payments SET resolution = $3, reason = $4, resolved_by = $5, resolved_at = $6
      WHERE id = $1::uuid AND resolved_at IS NULL AND (campaign_id = $2 OR campaign_id IS NULL) RETURNING amount, application_id`,
    values: [id, campaignId, resolution, reason, by, stored(at)],
  });
  if (!row) return false;
  const kind = kinds[resolution];
  if (kind === null) {
    await statements.query({
      name: 'ask_payment_refund',
      text: `INSERT INTO refunds (campaign_id, application_id, payment_id, amount, reason, state, asked_by, asked_role, asked_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, 'asked', $6, $7, $8, $8)`,
      values: [campaignId, row.application_id, id, row.amount, reason, by, role, stored(at)],
    });
  } else {
    const head = { id: `kept:${id}:${resolution}`, follows: `kept:${id}`, reference: null, at };
    await postFollowing(statements, head, postingOf(kind, row.amount));
  }
  return true;
}
