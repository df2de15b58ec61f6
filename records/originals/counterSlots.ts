import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { SlotTime } from '../../rules/originals/counterSlots.js';
import type { BookableSlot } from '../../rules/originals/originalsPlans.js';
import type { Database } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** A slot at the counter with the number of those who booked it. */
export interface CounterSlot extends BookableSlot {
  readonly id: string;
}
export type SlotRow = Omit<CounterSlot, 'startsAt' | 'endsAt'> & { readonly startsAt: Date; readonly endsAt: Date };

const ended = statuses.filter(isFinal).map((status) => `'${status}'`);

/**
 * Whether a plan under this alias is still to be expected, or was kept: not cancelled, and its application has not ended, by
 * withdrawal or otherwise, without the originals.
 */
export const standing = (plan: string) => `${plan}.cancelled_at IS NULL AND NOT EXISTS (
    SELECT FROM applications AS over WHERE over.id = ${plan}.application_id AND over.facts->>'materialsAt' IS NULL
      AND over.status IN (${ended.join(', ')}))`;

/** The columns of a slot; `but` names the parameter of an application whose own booking does not count. */
export const slotColumns = (but: string) => `slot.id, slot.starts_at AS "startsAt", slot.ends_at AS "endsAt",
  slot.capacity, slot.cancelled_at IS NOT NULL AS cancelled,
  (SELECT count(*)::int FROM originals_plans AS plan
   WHERE plan.slot_id = slot.id AND ${standing('plan')} AND plan.application_id IS DISTINCT FROM ${but}::uuid) AS booked`;

export const slotOf = ({ startsAt, endsAt, ...row }: SlotRow): CounterSlot => ({
  ...row,
  startsAt: instantFrom(startsAt),
  endsAt: instantFrom(endsAt),
});

/** A campaign's slots that end after an instant, the first one first, cancelled ones while somebody has booked them. */
export async function slotsOf(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, after }: { readonly campaignId: string; readonly after: Instant },
): Promise<readonly CounterSlot[]> {
  const { rows } = await pool.query<SlotRow>({
    name: 'counter_slots_of',
    text: `SELECT * FROM (SELECT ${slotColumns('NULL')} FROM counter_slots AS slot
             WHERE campaign_id = $1 AND ends_at > $2) AS listed
           WHERE NOT cancelled OR booked > 0 ORDER BY "startsAt", id`,
    values: [campaignId, stored(after)],
  });
  return rows.map(slotOf);
}

/** Publishes slots; a time that is published already stays as it is. Returns how many are new. */
export async function publishSlots(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, capacity, by, at }: { campaignId: string; capacity: number; by: string; at: Instant },
  times: readonly SlotTime[],
): Promise<number> {
  const { rowCount } = await pool.query({
    text: `INSERT INTO counter_slots (campaign_id, starts_at, ends_at, capacity, created_by, created_at)
           SELECT $1, starts_at, ends_at, $4, $5, $6 FROM unnest($2::timestamptz[], $3::timestamptz[]) AS times (starts_at, ends_at)
           ON CONFLICT DO NOTHING`,
    values: [
      campaignId,
      times.map(({ startsAt }) => stored(startsAt)),
      times.map(({ endsAt }) => stored(endsAt)),
      capacity,
      by,
      stored(at),
    ],
  });
  return rowCount ?? 0;
}

/**
 * Cancels a slot; those who booked it keep their plan, are written to and book another. One that is over stays. False: there is
 * none to cancel.
 */
export async function cancelSlot(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, id, at }: { readonly campaignId: string; readonly id: string; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    text: `WITH slot AS (
             UPDATE counter_slots SET cancelled_at = $3
             WHERE campaign_id = $1 AND id = $2::uuid AND cancelled_at IS NULL AND ends_at > $3
             RETURNING id, starts_at, ends_at),
           written AS (
             INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
             SELECT $1, 'visit_cancelled', 'applicant', application.applicant_id, true, 'visit_cancelled:' || plan.id,
               jsonb_build_object('at', $4::bigint, 'applicationId', application.id, 'visit', jsonb_build_object(
                 'startsAt', (extract(epoch FROM slot.starts_at) * 1000)::bigint,
                 'endsAt', (extract(epoch FROM slot.ends_at) * 1000)::bigint))
             FROM slot JOIN originals_plans AS plan ON plan.slot_id = slot.id AND ${standing('plan')}
               JOIN applications AS application ON application.id = plan.application_id
             ON CONFLICT DO NOTHING)
           SELECT FROM slot`,
    values: [campaignId, id, stored(at), at],
  });
  return rowCount === 1;
}
