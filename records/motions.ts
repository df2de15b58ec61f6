import type { Instant } from '../rules/calendar/instant.js';
import type { Tally } from '../rules/facts.js';
import type { MeetingState } from '../rules/meeting/meetingLaw.js';
import { sealedStates } from '../rules/meeting/meetingLaw.js';
import {
  isCounted,
  type MotionEvent,
  type MotionState,
  motionStates,
  underWayStates,
} from '../rules/meeting/motionLaw.js';
import type { Database, Statements } from './database.js';
import { instantOrNull, stored } from './instants.js';

/** One application's vote in one round. */
export interface Motion {
  readonly id: string;
  readonly meetingId: string;
  readonly applicationId: string;
  readonly round: number;
  readonly ordinal: number;
  readonly state: MotionState;
  readonly openedAt: Instant | null;
  readonly closingAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly voidedBy: MotionEvent | null;
  readonly voidedReason: string | null;
  readonly ballotKey: string | null;
  readonly receiptKey: string | null;
  readonly sealedKeys: string | null;
  readonly collecting: boolean;
  /** The room as the motion opened. */
  readonly committee: number | null;
  readonly attending: number | null;
  readonly recused: number | null;
  /** Null until it is counted. */
  readonly tally: Tally | null;
  readonly notCast: number | null;
  readonly ballotsRoot: string | null;
  readonly receiptsRoot: string | null;
}

const columns = `id, meeting_id AS "meetingId", application_id AS "applicationId", round, ordinal, state,
  opened_at AS "openedAt", closing_at AS "closingAt", ended_at AS "endedAt", voided_by AS "voidedBy",
  voided_reason AS "voidedReason", ballot_key AS "ballotKey", receipt_key AS "receiptKey",
  sealed_keys AS "sealedKeys", collecting, committee, attending, recused, agree, disagree, abstain,
  not_cast AS "notCast", ballots_root AS "ballotsRoot", receipts_root AS "receiptsRoot"`;
type Instants = 'openedAt' | 'closingAt' | 'endedAt';
type Votes = 'agree' | 'disagree' | 'abstain';
type Row = Omit<Motion, Instants | 'tally'> &
  Readonly<Record<Instants, Date | null>> &
  Readonly<Record<Votes, number | null>>;

function motionOf({ agree, disagree, abstain, openedAt, closingAt, endedAt, ...row }: Row): Motion {
  const { committee, attending, recused } = row;
  const tally =
    committee === null ||
    attending === null ||
    recused === null ||
    agree === null ||
    disagree === null ||
    abstain === null
      ? null
      : { committee, attending, recused, agree, disagree, abstain };
  const instants = {
    openedAt: instantOrNull(openedAt),
    closingAt: instantOrNull(closingAt),
    endedAt: instantOrNull(endedAt),
  };
  return { ...row, ...instants, tally };
}

/** The motion, or null. */
export async function findMotion({ pool }: Pick<Database, 'pool'>, id: string): Promise<Motion | null> {
  const text = `SELECT ${columns} FROM motions WHERE id = $1`;
  const { rows } = await pool.query<Row>({ name: 'find_motion', text, values: [id] });
  return rows[0] ? motionOf(rows[0]) : null;
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockMotion(statements: Statements, id: string): Promise<Motion | null> {
  const text = `SELECT ${columns} FROM motions WHERE id = $1 FOR UPDATE`;
  const { rows } = await statements.query<Row>({ name: 'lock_motion', text, values: [id] });
  return rows[0] ? motionOf(rows[0]) : null;
}

/** The motion that has the room's attention, or null. */
export async function motionUnderWay(statements: Statements, meetingId: string): Promise<Motion | null> {
  const text = `SELECT ${columns} FROM motions WHERE meeting_id = $1 AND state = ANY($2::text[])`;
  const values = [meetingId, underWayStates];
  const { rows } = await statements.query<Row>({ name: 'motion_under_way', text, values });
  return rows[0] ? motionOf(rows[0]) : null;
}

/** Every motion of a meeting, in the order of the agenda, each round after the one before. */
export async function motionsOf(statements: Statements, meetingId: string): Promise<readonly Motion[]> {
  const text = `SELECT ${columns} FROM motions WHERE meeting_id = $1 ORDER BY ordinal, round`;
  const { rows } = await statements.query<Row>({ name: 'motions_of', text, values: [meetingId] });
  return rows.map(motionOf);
}

/** Opens a motion with its keys and the room as it is. */
export async function openMotion(
  statements: Statements,
  opened: {
    readonly id: string;
    readonly state: MotionState;
    readonly at: Instant;
    readonly room: Pick<Tally, 'committee' | 'attending' | 'recused'>;
    readonly keys: { readonly ballotKey: string; readonly receiptKey: string; readonly sealedKeys: string };
    readonly attending: readonly { readonly expertId: string; readonly recused: boolean }[];
  },
): Promise<void> {
  const { id, state, at, room, keys, attending } = opened;
  await statements.query({
    name: 'open_motion',
    text: `UPDATE motions SET state = $2, opened_at = $3, committee = $4, attending = $5, recused = $6,
             ballot_key = $7, receipt_key = $8, sealed_keys = $9 WHERE id = $1`,
    values: [
      ...[id, state, stored(at), room.committee, room.attending, room.recused],
      ...[keys.ballotKey, keys.receiptKey, keys.sealedKeys],
    ],
  });
  await statements.query({
    name: 'motion_voters',
    text: `INSERT INTO motion_voters (motion_id, expert_id, recused)
           SELECT $1, expert, recused FROM unnest($2::uuid[], $3::boolean[]) AS voter (expert, recused)`,
    values: [id, attending.map(({ expertId }) => expertId), attending.map(({ recused }) => recused)],
  });
}

/** Ends the giving out of papers. */
export async function beginClosing(
  statements: Statements,
  { id, state, at }: { readonly id: string; readonly state: MotionState; readonly at: Instant },
): Promise<void> {
  const text = 'UPDATE motions SET state = $2, closing_at = $3 WHERE id = $1';
  await statements.query({ name: 'begin_closing', text, values: [id, state, stored(at)] });
}

/** Notes the count; keys are gone with it. */
export async function closeMotion(
  statements: Statements,
  closed: {
    readonly id: string;
    readonly state: MotionState;
    readonly at: Instant;
    readonly tally: Tally;
    readonly notCast: number;
    readonly ballotsRoot: string;
    readonly receiptsRoot: string;
  },
): Promise<void> {
  const { id, state, at, tally, notCast, ballotsRoot, receiptsRoot } = closed;
  await statements.query({
    name: 'close_motion',
    text: `UPDATE motions SET state = $2, ended_at = $3, sealed_keys = NULL, agree = $4, disagree = $5, abstain = $6,
             not_cast = $7, ballots_root = $8, receipts_root = $9 WHERE id = $1`,
    values: [
      ...[id, state, stored(at), tally.agree, tally.disagree, tally.abstain, notCast],
      ...[ballotsRoot, receiptsRoot],
    ],
  });
}

/** Voids a motion, destroys what papers it has, and puts the next round on the agenda. */
export async function voidMotion(
  statements: Statements,
  voided: {
    readonly motion: Motion;
    readonly state: MotionState;
    readonly at: Instant;
    readonly by: MotionEvent;
    readonly reason: string | null;
  },
): Promise<void> {
  const { motion, state, at, by, reason } = voided;
  await statements.query({
    name: 'void_motion',
    text: `UPDATE motions SET state = $2, ended_at = $3, voided_by = $4, voided_reason = $5, sealed_keys = NULL
           WHERE id = $1`,
    values: [motion.id, state, stored(at), by, reason],
  });
  for (const table of ['ballots', 'receipts'])
    await statements.query(`DELETE FROM ${table} WHERE motion_id = $1`, [motion.id]);
  await statements.query({
    name: 'next_round',
    text: `INSERT INTO motions (meeting_id, application_id, round, ordinal) VALUES ($1, $2, $3, $4)`,
    values: [motion.meetingId, motion.applicationId, motion.round + 1, motion.ordinal],
  });
}

/** What a meeting decided on an application. */
export interface Outcome {
  readonly motionId: string;
  readonly applicationId: string;
  readonly tally: Tally;
}

const counted: readonly MotionState[] = motionStates.filter(isCounted);
const sealed: readonly MeetingState[] = sealedStates;

/**
 * Outcomes of a signed meeting, by application id, after one of them: what is carried to the applications. A meeting that
 * is not signed has none; neither has a round that is void.
 */
export async function outcomesAfter(
  { pool }: Pick<Database, 'pool'>,
  { meetingId, after, limit }: { readonly meetingId: string; readonly after: string | null; readonly limit: number },
): Promise<readonly Outcome[]> {
  const { rows } = await pool.query<Tally & { motionId: string; applicationId: string }>({
    name: 'outcomes_after',
    text: `SELECT motions.id AS "motionId", application_id AS "applicationId", motions.committee, attending, recused,
             agree, disagree, abstain
           FROM motions JOIN meetings ON meetings.id = meeting_id
           WHERE meeting_id = $1 AND motions.state = ANY($4::text[]) AND meetings.state = ANY($5::text[])
             AND ($2::uuid IS NULL OR application_id > $2::uuid)
           ORDER BY application_id LIMIT $3`,
    values: [meetingId, after, limit, counted, sealed],
  });
  return rows.map(({ motionId, applicationId, ...tally }) => ({ motionId, applicationId, tally }));
}

/** How many outcomes a signed meeting has. */
export async function countOutcomes({ pool }: Pick<Database, 'pool'>, meetingId: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>({
    name: 'count_outcomes',
    text: `SELECT count(*)::int AS n FROM motions JOIN meetings ON meetings.id = meeting_id
           WHERE meeting_id = $1 AND motions.state = ANY($2::text[]) AND meetings.state = ANY($3::text[])`,
    values: [meetingId, counted, sealed],
  });
  return rows[0]?.n ?? 0;
}

/** How many applications are on the agenda of a meeting, and how many of them have been decided. */
export async function countAgenda(
  statements: Statements,
  meetingId: string,
): Promise<{ readonly applications: number; readonly decided: number }> {
  const { rows } = await statements.query<{ applications: number; decided: number }>({
    name: 'count_agenda',
    text: `SELECT count(DISTINCT application_id)::int AS applications,
             (count(*) FILTER (WHERE state = ANY($2::text[])))::int AS decided FROM motions WHERE meeting_id = $1`,
    values: [meetingId, counted],
  });
  return rows[0] ?? { applications: 0, decided: 0 };
}
