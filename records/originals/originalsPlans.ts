import { endOfDay, type Instant, type LocalDate, startOfDay } from '../../rules/calendar/instant.js';
import type { PlanKind } from '../../rules/originals/originalsPlans.js';
import type { Refusal } from '../../rules/refusal.js';
import type { Database, Statements } from '../database.js';
import { inTransaction } from '../inTransaction.js';
import { instantFrom, stored } from '../timestamps.js';
import { type CounterSlot, type SlotRow, slotColumns, slotOf, standing } from './counterSlots.js';

/** A parcel on its way. */
export interface Parcel {
  readonly carrier: string;
  readonly tracking: string;
  readonly sentOn: LocalDate;
}

/** How an application's originals come: at a slot, or by post. */
export interface OriginalsPlan {
  readonly id: string;
  readonly kind: PlanKind;
  readonly slot: CounterSlot | null;
  readonly parcel: Parcel | null;
  readonly createdAt: Instant;
}

interface PlanRow {
  readonly id: string;
  readonly kind: PlanKind;
  readonly slotId: string | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly sentOn: string | null;
  readonly createdAt: Date;
}
type Pool = Pick<Database, 'pool'>;

/** The open plan of an application, or null. */
export async function findPlan({ pool }: Pool, applicationId: string): Promise<OriginalsPlan | null> {
  return await openPlan(pool, applicationId);
}

async function openPlan(statements: Statements, applicationId: string): Promise<OriginalsPlan | null> {
  const { rows } = await statements.query<PlanRow>({
    name: 'open_originals_plan',
    text: `SELECT id, kind, slot_id AS "slotId", carrier, tracking, to_char(sent_on, 'YYYY-MM-DD') AS "sentOn",
             created_at AS "createdAt"
           FROM originals_plans WHERE application_id = $1::uuid AND cancelled_at IS NULL`,
    values: [applicationId],
  });
  const [row] = rows;
  if (!row) return null;
  const { id, kind, slotId, createdAt } = row;
  const slot = slotId === null ? null : await readSlot(statements, { slotId, applicationId });
  return { id, kind, slot, parcel: parcelOf(row), createdAt: instantFrom(createdAt) };
}

function parcelOf({ carrier, tracking, sentOn }: Pick<PlanRow, 'carrier' | 'tracking' | 'sentOn'>): Parcel | null {
  return carrier === null || tracking === null || sentOn === null ? null : { carrier, tracking, sentOn };
}

async function readSlot(statements: Statements, of: { slotId: string; applicationId: string; campaignId?: string }) {
  const { rows } = await statements.query<SlotRow>({
    text: `SELECT ${slotColumns('$2')} FROM counter_slots AS slot
           WHERE id = $1::uuid AND ($3::text IS NULL OR campaign_id = $3)`,
    values: [of.slotId, of.applicationId, of.campaignId ?? null],
  });
  return rows[0] ? slotOf(rows[0]) : null;
}

/** What an applicant plans: a slot by its id, a parcel, or, null, nothing any more. */
type Planned = { readonly slotId: string } | Parcel | null;

/**
 * Puts a plan in place of the open one. The plans of one application wait for each other, and so do the bookings of one slot:
 * the last place is given once. `judge` sees both as they are then; the slot is null where the campaign has none of this id.
 */
export async function changePlan(
  database: Pool,
  {
    applicationId,
    campaignId,
    at,
  }: { readonly applicationId: string; readonly campaignId: string; readonly at: Instant },
  planned: Planned,
  judge: (now: { readonly current: OriginalsPlan | null; readonly slot: CounterSlot | null }) => Refusal | null,
): Promise<Refusal | null> {
  const slotId = planned !== null && 'slotId' in planned ? planned.slotId : null;
  const parcel = planned !== null && 'carrier' in planned ? planned : null;
  return await inTransaction(database, async (statements) => {
    await statements.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`pingshen:originals:${applicationId}`]);
    if (slotId !== null) await statements.query('SELECT FROM counter_slots WHERE id = $1::uuid FOR UPDATE', [slotId]);
    const slot = slotId === null ? null : await readSlot(statements, { slotId, applicationId, campaignId });
    const refusal = judge({ current: await openPlan(statements, applicationId), slot });
    if (refusal) return refusal;
    await statements.query(
      'UPDATE originals_plans SET cancelled_at = $2 WHERE application_id = $1::uuid AND cancelled_at IS NULL',
      [applicationId, stored(at)],
    );
    if (planned === null) return null;
    await statements.query({
      text: `INSERT INTO originals_plans (application_id, kind, slot_id, carrier, tracking, sent_on, created_at)
             VALUES ($1::uuid, $2, $3::uuid, $4, $5, $6::date, $7)`,
      values: [
        applicationId,
        slotId === null ? 'post' : 'visit',
        slotId,
        parcel?.carrier ?? null,
        parcel?.tracking ?? null,
        parcel?.sentOn ?? null,
        stored(at),
      ],
    });
    return null;
  });
}

/** Whose originals are expected. */
export interface ExpectedOriginals {
  readonly applicationId: string;
  readonly number: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly parcel: Parcel | null;
  /** Whether they have come since. */
  readonly delivered: boolean;
}
type ExpectedRow = Omit<ExpectedOriginals, 'startsAt' | 'endsAt' | 'parcel'> &
  Pick<PlanRow, 'carrier' | 'tracking' | 'sentOn'> & { readonly startsAt: Date | null; readonly endsAt: Date | null };

/** Who comes to the counter on a day, by the time of the slot; and, while they have not come, the parcels, the oldest first. */
export async function expectedOriginals(
  { pool }: Pool,
  { campaignId, day }: { readonly campaignId: string; readonly day: LocalDate },
): Promise<readonly ExpectedOriginals[]> {
  const { rows } = await pool.query<ExpectedRow>({
    name: 'expected_originals',
    text: `SELECT application.id AS "applicationId", application.number, person.name AS "applicantName", unit.name AS "unitName",
             slot.starts_at AS "startsAt", slot.ends_at AS "endsAt", plan.carrier, plan.tracking,
             to_char(plan.sent_on, 'YYYY-MM-DD') AS "sentOn", application.facts->>'materialsAt' IS NOT NULL AS delivered
           FROM originals_plans AS plan
             JOIN applications AS application ON application.id = plan.application_id
             JOIN users AS person ON person.id = application.applicant_id
             JOIN units AS unit ON unit.id = application.unit_id
             LEFT JOIN counter_slots AS slot ON slot.id = plan.slot_id
           WHERE application.campaign_id = $1 AND ${standing('plan')} AND (
             (slot.cancelled_at IS NULL AND slot.starts_at >= $2 AND slot.starts_at < $3)
             OR (plan.kind = 'post' AND application.facts->>'materialsAt' IS NULL))
           ORDER BY slot.starts_at NULLS LAST, plan.sent_on, application.number`,
    values: [campaignId, stored(startOfDay(day)), stored(endOfDay(day))],
  });
  return rows.map(({ startsAt, endsAt, carrier, tracking, sentOn, ...row }) => ({
    ...row,
    startsAt: startsAt && instantFrom(startsAt),
    endsAt: endsAt && instantFrom(endsAt),
    parcel: parcelOf({ carrier, tracking, sentOn }),
  }));
}
