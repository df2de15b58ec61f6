import type { Instant } from '../../rules/calendar/instant.js';
import type { Database, Statements } from '../database.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';

/** One stay of a member at the meeting. */
export interface Stay {
  readonly expertId: string;
  readonly arrivedAt: Instant;
  readonly leftAt: Instant | null;
}

/** Signs a member in. False: they were present already. */
export async function arrive(
  statements: Statements,
  { meetingId, expertId, at }: { readonly meetingId: string; readonly expertId: string; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await statements.query({
    name: 'arrive',
    text: `INSERT INTO attendances (meeting_id, expert_id, arrived_at) VALUES ($1, $2, $3)
           ON CONFLICT (meeting_id, expert_id) WHERE left_at IS NULL DO NOTHING`,
    values: [meetingId, expertId, stored(at)],
  });
  return rowCount === 1;
}

/** Signs a member out. False: they were not present. */
export async function leave(
  statements: Statements,
  { meetingId, expertId, at }: { readonly meetingId: string; readonly expertId: string; readonly at: Instant },
): Promise<boolean> {
  const { rowCount } = await statements.query({
    name: 'leave',
    text: `UPDATE attendances SET left_at = GREATEST(arrived_at, $3::timestamptz)
           WHERE meeting_id = $1 AND expert_id = $2 AND left_at IS NULL`,
    values: [meetingId, expertId, stored(at)],
  });
  return rowCount === 1;
}

/** Signs everybody out who is still present. */
export async function leaveAll(statements: Statements, meetingId: string, at: Instant): Promise<void> {
  await statements.query({
    name: 'leave_all',
    text: `UPDATE attendances SET left_at = GREATEST(arrived_at, $2::timestamptz) WHERE meeting_id = $1 AND left_at IS NULL`,
    values: [meetingId, stored(at)],
  });
}

/** Experts who are present. */
export async function presentIn(statements: Statements, meetingId: string): Promise<readonly string[]> {
  const text = `SELECT expert_id AS "expertId" FROM attendances WHERE meeting_id = $1 AND left_at IS NULL ORDER BY expert_id`;
  const { rows } = await statements.query<{ expertId: string }>({ name: 'present_in', text, values: [meetingId] });
  return rows.map(({ expertId }) => expertId);
}

/** Every stay, in the order of arrival. */
export async function staysIn({ pool }: Pick<Database, 'pool'>, meetingId: string): Promise<readonly Stay[]> {
  const { rows } = await pool.query<{ expertId: string; arrivedAt: Date; leftAt: Date | null }>({
    name: 'stays_in',
    text: `SELECT expert_id AS "expertId", arrived_at AS "arrivedAt", left_at AS "leftAt" FROM attendances
           WHERE meeting_id = $1 ORDER BY arrived_at, expert_id`,
    values: [meetingId],
  });
  return rows.map(({ expertId, arrivedAt, leftAt }) => ({
    expertId,
    arrivedAt: instantFrom(arrivedAt),
    leftAt: instantOrNull(leftAt),
  }));
}
