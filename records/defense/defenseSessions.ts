import type { Instant } from '../../rules/calendar/instant.js';
import type { SessionState } from '../../rules/defense/sessionLaw.js';
import type { Criterion } from '../../rules/policy/policy.js';
import type { Database, Statements } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** 答辩场次 in its present state. */
export interface DefenseSession {
  readonly id: string;
  readonly campaignId: string;
  readonly specialty: string;
  readonly room: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly minutes: number;
  readonly state: SessionState;
  readonly revision: number;
  readonly criteria: readonly Criterion[];
  /** Why it was cancelled; null when it was not. */
  readonly cancelledReason: string | null;
}
type Row = Omit<DefenseSession, 'startsAt' | 'endsAt'> & { readonly startsAt: Date; readonly endsAt: Date };

const columns = `session.id, session.campaign_id AS "campaignId", session.specialty, session.room,
  session.starts_at AS "startsAt", session.ends_at AS "endsAt", session.minutes, session.state, session.revision,
  session.criteria, session.cancelled_reason AS "cancelledReason"`;

function sessionOf({ startsAt, endsAt, ...row }: Row): DefenseSession {
  return { ...row, startsAt: instantFrom(startsAt), endsAt: instantFrom(endsAt) };
}

/** The session, or null. `id` must be a UUID. */
export async function findSession({ pool }: Pick<Database, 'pool'>, id: string): Promise<DefenseSession | null> {
  const text = `SELECT ${columns} FROM defense_sessions AS session WHERE id = $1`;
  const { rows } = await pool.query<Row>({ name: 'find_defense', text, values: [id] });
  return rows[0] ? sessionOf(rows[0]) : null;
}

/** The same, locked until the transaction ends. */
export async function lockSession(statements: Statements, id: string): Promise<DefenseSession | null> {
  const text = `SELECT ${columns} FROM defense_sessions AS session WHERE id = $1 FOR UPDATE`;
  const { rows } = await statements.query<Row>({ name: 'lock_defense', text, values: [id] });
  return rows[0] ? sessionOf(rows[0]) : null;
}

/** The session in one of these states in which an application still waits to be scored; null: there is none. */
export async function sessionHearing(
  { pool }: Pick<Database, 'pool'>,
  { applicationId, states }: { readonly applicationId: string; readonly states: readonly SessionState[] },
): Promise<DefenseSession | null> {
  const { rows } = await pool.query<Row>({
    name: 'defense_hearing',
    text: `SELECT ${columns} FROM defense_sessions AS session
           JOIN defense_slots AS slot ON slot.session_id = session.id AND slot.outcome IS NULL
           WHERE slot.application_id = $1 AND session.state = ANY($2::text[])`,
    values: [applicationId, states],
  });
  return rows[0] ? sessionOf(rows[0]) : null;
}

/** Sessions of a campaign in the order in which they are held. */
export async function sessionsOfCampaign(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly DefenseSession[]> {
  const text = `SELECT ${columns} FROM defense_sessions AS session WHERE campaign_id = $1 ORDER BY starts_at, room, id`;
  const { rows } = await pool.query<Row>({ name: 'defenses_of_campaign', text, values: [campaignId] });
  return rows.map(sessionOf);
}

/** Sessions in these states whose panel includes an expert, in the order in which they are held. */
export async function sessionsOfExpert(
  { pool }: Pick<Database, 'pool'>,
  { expertId, states }: { readonly expertId: string; readonly states: readonly SessionState[] },
): Promise<readonly DefenseSession[]> {
  const { rows } = await pool.query<Row>({
    name: 'defenses_of_expert',
    text: `SELECT ${columns} FROM defense_sessions AS session
           JOIN defense_panel ON session_id = session.id AND expert_id = $1
           WHERE state = ANY($2::text[]) ORDER BY starts_at, room, session.id`,
    values: [expertId, states],
  });
  return rows.map(sessionOf);
}

/** Sets the state of a session that is not cancelled. */
export async function noteState(
  statements: Statements,
  { id, state }: { readonly id: string; readonly state: SessionState },
): Promise<void> {
  const text = 'UPDATE defense_sessions SET state = $2 WHERE id = $1';
  await statements.query({ name: 'note_defense', text, values: [id, state] });
}

/** Cancels a session: a new revision, of which nobody is notified yet. */
export async function callOffSession(
  statements: Statements,
  { id, state, reason }: { readonly id: string; readonly state: SessionState; readonly reason: string },
): Promise<void> {
  const text = 'UPDATE defense_sessions SET state = $2, cancelled_reason = $3, revision = revision + 1 WHERE id = $1';
  await statements.query({ name: 'call_off_defense', text, values: [id, state, reason] });
}
