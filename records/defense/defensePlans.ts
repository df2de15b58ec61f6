import type { Instant } from '../../rules/calendar/instant.js';
import { type DefensePlan, endOf, slotsOf } from '../../rules/defense/plan.js';
import type { SessionState } from '../../rules/defense/sessionLaw.js';
import type { Criterion } from '../../rules/policy/policy.js';
import type { Statements } from '../database.js';
import { stored } from '../timestamps.js';

/** One plan at a time is checked and saved: otherwise two that clash could both pass the check. */
export async function lockPlanning(statements: Statements): Promise<void> {
  await statements.query(`SELECT pg_advisory_xact_lock(hashtext('pingshen:defense'))`);
}

/** Inserts a session with its panel and slots, and returns its id. */
export async function insertPlan(
  statements: Statements,
  given: {
    readonly campaignId: string;
    readonly plan: DefensePlan;
    readonly criteria: readonly Criterion[];
    readonly by: string;
    readonly at: Instant;
  },
): Promise<string> {
  const { campaignId, plan, criteria, by, at } = given;
  const { rows } = await statements.query<{ id: string }>({
    name: 'insert_defense',
    text: `INSERT INTO defense_sessions
             (campaign_id, specialty, room, starts_at, ends_at, minutes, criteria, planned_by, planned_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id`,
    values: [
      ...[campaignId, plan.specialty, plan.room, stored(plan.startsAt), stored(endOf(plan)), plan.minutes],
      ...[JSON.stringify(criteria), by, stored(at)],
    ],
  });
  if (!rows[0]) throw new Error('the session was not written');
  await insertPanelAndSlots(statements, rows[0].id, plan);
  return rows[0].id;
}

/** Replaces the plan of a session in which nobody was scored. Candidates are notified again. */
export async function changePlan(
  statements: Statements,
  given: {
    readonly id: string;
    readonly plan: DefensePlan;
    readonly state: SessionState;
    readonly criteria: readonly Criterion[];
  },
): Promise<void> {
  const { id, plan, state, criteria } = given;
  const recipients = await statements.query<{ applicationId: string; revision: number }>({
    name: 'notified_revisions',
    text: `SELECT application_id AS "applicationId", appointed_revision AS revision FROM defense_slots
           WHERE session_id = $1 AND appointed_revision IS NOT NULL`,
    values: [id],
  });
  await statements.query('DELETE FROM score_sheets WHERE session_id = $1', [id]);
  await statements.query('DELETE FROM defense_slots WHERE session_id = $1', [id]);
  await statements.query('DELETE FROM defense_panel WHERE session_id = $1', [id]);
  await statements.query({
    name: 'change_defense',
    text: `UPDATE defense_sessions SET specialty = $2, room = $3, starts_at = $4, ends_at = $5, minutes = $6,
             criteria = $7, state = $8, revision = revision + 1 WHERE id = $1`,
    values: [
      ...[id, plan.specialty, plan.room, stored(plan.startsAt), stored(endOf(plan)), plan.minutes],
      ...[JSON.stringify(criteria), state],
    ],
  });
  await insertPanelAndSlots(statements, id, plan);
  // A candidate who was notified of an earlier plan is notified when their slot is cancelled.
  await statements.query({
    name: 'keep_notified_revisions',
    text: `UPDATE defense_slots SET appointed_revision = notified.revision
           FROM unnest($2::uuid[], $3::int[]) AS notified(application_id, revision)
           WHERE session_id = $1 AND defense_slots.application_id = notified.application_id`,
    values: [
      id,
      recipients.rows.map(({ applicationId }) => applicationId),
      recipients.rows.map(({ revision }) => revision),
    ],
  });
}

/** Moves a session to another time and room; the remaining candidates follow one another from the new start. */
export async function movePlan(
  statements: Statements,
  given: { readonly id: string; readonly plan: DefensePlan; readonly state: SessionState },
): Promise<void> {
  const { id, plan, state } = given;
  const slots = slotsOf(plan);
  await statements.query({
    name: 'move_defense_plan',
    text: `UPDATE defense_sessions SET room = $2, starts_at = $3, ends_at = $4, state = $5, revision = revision + 1
           WHERE id = $1`,
    values: [id, plan.room, stored(plan.startsAt), stored(endOf(plan)), state],
  });
  await statements.query({
    name: 'move_defense_slots',
    text: `UPDATE defense_slots SET starts_at = moved.starts_at
           FROM unnest($2::uuid[], $3::timestamptz[]) AS moved(application_id, starts_at)
           WHERE session_id = $1 AND defense_slots.application_id = moved.application_id`,
    values: [id, slots.map(({ applicationId }) => applicationId), slots.map(({ startsAt }) => stored(startsAt))],
  });
}

async function insertPanelAndSlots(statements: Statements, id: string, plan: DefensePlan): Promise<void> {
  await statements.query({
    name: 'insert_defense_panel',
    text: `INSERT INTO defense_panel (session_id, expert_id, leader)
           SELECT $1, expert_id, expert_id = $3 FROM unnest($2::uuid[]) AS expert_id`,
    values: [id, plan.panel, plan.leader],
  });
  const slots = slotsOf(plan);
  await statements.query({
    name: 'insert_defense_slots',
    text: `INSERT INTO defense_slots (session_id, application_id, ordinal, starts_at)
           SELECT $1, * FROM unnest($2::uuid[], $3::smallint[], $4::timestamptz[])`,
    values: [
      id,
      slots.map(({ applicationId }) => applicationId),
      slots.map(({ ordinal }) => ordinal),
      slots.map(({ startsAt }) => stored(startsAt)),
    ],
  });
}
