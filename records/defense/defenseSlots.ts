import type { Instant } from '../../rules/calendar/instant.js';
import type { Level } from '../../rules/campaign/codes.js';
import type { SlotOutcome } from '../../rules/defense/sessionLaw.js';
import type { Database, Statements } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** One candidate's slot, with the candidate. */
export interface DefenseSlot {
  readonly sessionId: string;
  readonly applicationId: string;
  readonly applicantId: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly level: Level;
  readonly ordinal: number;
  readonly startsAt: Instant;
  readonly outcome: SlotOutcome | null;
  /** The revision of the session the candidate was notified of; null: of none. */
  readonly appointedRevision: number | null;
}
type Row = Omit<DefenseSlot, 'startsAt'> & { readonly startsAt: Date };

/** The slots of sessions, each session's in order. */
export async function slotsIn(
  { pool }: Pick<Database, 'pool'>,
  sessionIds: readonly string[],
): Promise<readonly DefenseSlot[]> {
  const { rows } = await pool.query<Row>({
    name: 'defense_slots_in',
    text: `SELECT session_id AS "sessionId", application_id AS "applicationId", application.applicant_id AS "applicantId",
             users.name AS "applicantName", units.name AS "unitName", application.level, ordinal, starts_at AS "startsAt",
             outcome, appointed_revision AS "appointedRevision"
           FROM defense_slots JOIN applications AS application ON application.id = application_id
           JOIN users ON users.id = application.applicant_id JOIN units ON units.id = application.unit_id
           WHERE session_id = ANY($1::uuid[]) ORDER BY session_id, ordinal`,
    values: [sessionIds],
  });
  return rows.map(({ startsAt, ...row }) => ({ ...row, startsAt: instantFrom(startsAt) }));
}

/** Locks a slot and returns its outcome so far; undefined when there is no such slot. */
export async function lockSlot(
  statements: Statements,
  { sessionId, applicationId }: Pick<DefenseSlot, 'sessionId' | 'applicationId'>,
): Promise<SlotOutcome | null | undefined> {
  const { rows } = await statements.query<{ outcome: SlotOutcome | null }>({
    name: 'lock_defense_slot',
    text: 'SELECT outcome FROM defense_slots WHERE session_id = $1 AND application_id = $2 FOR UPDATE',
    values: [sessionId, applicationId],
  });
  return rows[0]?.outcome;
}

/** Notes that a candidate was notified of a revision of the session. */
export async function markAppointed(
  { pool }: Pick<Database, 'pool'>,
  appointed: Pick<DefenseSlot, 'sessionId' | 'applicationId'> & { readonly revision: number },
): Promise<void> {
  const { sessionId, applicationId, revision } = appointed;
  const text = 'UPDATE defense_slots SET appointed_revision = $3 WHERE session_id = $1 AND application_id = $2';
  await pool.query({ name: 'mark_defense_appointed', text, values: [sessionId, applicationId, revision] });
}

/** Sets the outcome of a slot that has none. */
export async function finalizeSlot(
  statements: Statements,
  finalized: Pick<DefenseSlot, 'sessionId' | 'applicationId'> & { readonly outcome: SlotOutcome },
): Promise<void> {
  const { sessionId, applicationId, outcome } = finalized;
  await statements.query({
    name: 'finalize_defense_slot',
    text: `UPDATE defense_slots SET outcome = $3 WHERE session_id = $1 AND application_id = $2 AND outcome IS NULL`,
    values: [sessionId, applicationId, outcome],
  });
}

/** Whether any slot of a session has no outcome yet. */
export async function anyToCome(statements: Statements, sessionId: string): Promise<boolean> {
  const text = 'SELECT FROM defense_slots WHERE session_id = $1 AND outcome IS NULL LIMIT 1';
  const { rows } = await statements.query({ name: 'defense_any_to_come', text, values: [sessionId] });
  return rows.length > 0;
}
