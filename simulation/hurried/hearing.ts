import { recusedExperts } from '../../records/committee/recusals.js';
import type { Database, Statements } from '../../records/database.js';
import { inTransaction } from '../../records/inTransaction.js';
import { stored } from '../../records/timestamps.js';
import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Criterion } from '../../rules/policy/policy.js';

const minutes = 20;

/** A hearing as a session would have held it. */
export interface Hearing {
  readonly facts: Pick<Facts, 'applicationId' | 'campaignId' | 'profile'>;
  readonly heldAt: Instant;
  readonly criteria: readonly Criterion[];
  /** In hundredths of a point, one a member of the panel. */
  readonly points: readonly number[];
  /** Whether the first member of the panel is recused from the candidate and hands in no sheet. */
  readonly recused?: boolean;
}

/**
 * Writes a session of one candidate with a panel of the committee's members and their sheets, without the many requests
 * that a session takes. A session in which the candidate waited before is left as one they were moved from.
 */
export async function hearCandidate(database: Database, hearing: Hearing): Promise<void> {
  const { facts, points, recused = false } = hearing;
  const { applicationId, campaignId } = facts;
  const excluded = await recusedExperts(database, { campaignId, applicationIds: [applicationId] });
  const { rows } = await database.pool.query<{ id: string }>(
    `SELECT expert_id AS id FROM committee_members
     WHERE campaign_id = $1 AND position = 'member' AND expert_id <> ALL($2::uuid[]) ORDER BY ordinal LIMIT $3`,
    [campaignId, [...(excluded.get(applicationId) ?? [])], points.length],
  );
  const panel = rows.map(({ id }) => id);
  await inTransaction(database, async (statements) => {
    if (recused && panel[0]) await recuse(statements, hearing, panel[0]);
    await statements.query("UPDATE defense_slots SET outcome = 'moved' WHERE application_id = $1 AND outcome IS NULL", [
      applicationId,
    ]);
    const sessionId = await openSession(statements, hearing);
    for (const [index, expertId] of panel.entries()) {
      const text = 'INSERT INTO defense_panel (session_id, expert_id, leader) VALUES ($1, $2, $3)';
      await statements.query(text, [sessionId, expertId, index === 0]);
    }
    await statements.query(
      `INSERT INTO defense_slots (session_id, application_id, ordinal, starts_at, appointed_revision)
       VALUES ($1, $2, 1, $3, 1)`,
      [sessionId, applicationId, stored(hearing.heldAt)],
    );
    for (const [index, total] of points.entries()) {
      if (recused && index === 0) continue;
      await statements.query(
        `INSERT INTO score_sheets (session_id, application_id, expert_id, points, total, submitted_at)
         VALUES ($1, $2, $3, '{}', $4, $5)`,
        [sessionId, applicationId, panel[index], total, stored(hearing.heldAt)],
      );
    }
  });
}

async function openSession(statements: Statements, { facts, heldAt, criteria }: Hearing): Promise<string> {
  const { rows } = await statements.query<{ id: string }>(
    `INSERT INTO defense_sessions
       (campaign_id, specialty, room, starts_at, ends_at, minutes, state, criteria, planned_by, planned_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'published', $7, 'simulation', $4) RETURNING id`,
    [
      facts.campaignId,
      facts.profile.specialty,
      facts.applicationId,
      stored(heldAt),
      stored(heldAt + minutes * 60_000),
      minutes,
      JSON.stringify(criteria),
    ],
  );
  return rows[0]?.id ?? '';
}

async function recuse(statements: Statements, { facts, heldAt }: Hearing, expertId: string): Promise<void> {
  await statements.query(
    `INSERT INTO recusals (campaign_id, expert_id, application_id, requested_by_role, requested_by, reason, requested_at,
       outcome, decided_by, decided_at)
     VALUES ($1, $2, $3, 'office', 'simulation', '演练：应回避', $4, 'granted', 'simulation', $4)`,
    [facts.campaignId, expertId, facts.applicationId, stored(heldAt)],
  );
}
