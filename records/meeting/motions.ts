import type { Tally } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Leader, LeadingPart } from '../../rules/meeting/leading.js';
import { type MotionEvent, type MotionState, underWayStates } from '../../rules/meeting/motionLaw.js';
import type { Database, Statements } from '../database.js';
import { instantOrNull } from '../timestamps.js';
import type { Voter } from './ballots.js';
import { counted } from './outcomes.js';

/** The vote on one application, in one round. */
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
  /** Who was present when the motion opened. */
  readonly committee: number | null;
  readonly attending: number | null;
  readonly recused: number | null;
  /** Null until it is counted. */
  readonly tally: Tally | null;
  readonly notCast: number | null;
  readonly ballotsRoot: string | null;
  readonly receiptsRoot: string | null;
  /** The member the office named to lead this vote, and why; null when that was not needed. */
  readonly namedExpert: string | null;
  readonly namedReason: string | null;
  /** Who opened it, and who closed or voided it; null: not yet, or it ended by itself. */
  readonly openedBy: Leader | null;
  readonly endedBy: Leader | null;
}

const columns = `id, meeting_id AS "meetingId", application_id AS "applicationId", round, ordinal, state,
  opened_at AS "openedAt", closing_at AS "closingAt", ended_at AS "endedAt", voided_by AS "voidedBy",
  voided_reason AS "voidedReason", ballot_key AS "ballotKey", receipt_key AS "receiptKey",
  sealed_keys AS "sealedKeys", collecting, committee, attending, recused, agree, disagree, abstain,
  not_cast AS "notCast", ballots_root AS "ballotsRoot", receipts_root AS "receiptsRoot",
  named_expert AS "namedExpert", named_reason AS "namedReason", opened_by AS "openedBy", opened_as AS "openedAs",
  ended_by AS "endedBy", ended_as AS "endedAs"`;

type Timestamps = 'openedAt' | 'closingAt' | 'endedAt';

type Votes = 'agree' | 'disagree' | 'abstain';

type Led = 'openedBy' | 'endedBy';

type Row = Omit<Motion, Timestamps | 'tally' | Led> &
  Readonly<Record<Timestamps, Date | null>> &
  Readonly<Record<Led, string | null>> &
  Readonly<Record<'openedAs' | 'endedAs', LeadingPart | null>> &
  Readonly<Record<Votes, number | null>>;

const leaderIn = (expertId: string | null, as: LeadingPart | null): Leader | null =>
  expertId === null || as === null ? null : { expertId, as };

function motionOf({ agree, disagree, abstain, openedAt, closingAt, endedAt, openedAs, endedAs, ...row }: Row): Motion {
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
  const led = { openedBy: leaderIn(row.openedBy, openedAs), endedBy: leaderIn(row.endedBy, endedAs) };
  return { ...row, ...instants, ...led, tally };
}

/** The motion, or null. */
export async function findMotion({ pool }: Pick<Database, 'pool'>, id: string): Promise<Motion | null> {
  const text = `SELECT ${columns} FROM motions WHERE id = $1`;
  const { rows } = await pool.query<Row>({ name: 'find_motion', text, values: [id] });
  return rows[0] ? motionOf(rows[0]) : null;
}

/** A motion with the seat of the member who asks for it, and whether they are recused from it. */
export interface MotionOfMember {
  readonly motion: Motion;
  readonly campaignId: string;
  readonly expertId: string;
  /** Null: they were not present when it opened. */
  readonly voter: Pick<Voter, 'recused'> | null;
}

/** The motion of a meeting, for a person with a seat in its committee; null: no such motion there, or no seat. */
export async function motionOfMember(
  { pool }: Pick<Database, 'pool'>,
  command: {
    readonly meetingId: string;
    readonly motionId: string;
    readonly personId: string;
    readonly seated: readonly string[];
  },
): Promise<MotionOfMember | null> {
  const { meetingId, motionId, personId, seated } = command;
  const { rows } = await pool.query<Row & { campaignId: string; expertId: string; voterRecused: boolean | null }>({
    name: 'motion_of_member',
    text: `SELECT motion.*, meetings.campaign_id AS "campaignId", seat.expert_id AS "expertId",
             voter.recused AS "voterRecused"
           FROM (SELECT ${columns} FROM motions WHERE id = $2 AND meeting_id = $1) AS motion
           JOIN meetings ON meetings.id = motion."meetingId"
           JOIN committee_members AS seat ON seat.campaign_id = meetings.campaign_id
             AND seat.committee = meetings.committee AND seat.position = 'member' AND seat.invitation = ANY($4::text[])
           JOIN experts ON experts.id = seat.expert_id AND experts.person_id = $3
           LEFT JOIN motion_voters AS voter ON voter.motion_id = motion.id AND voter.expert_id = seat.expert_id`,
    values: [meetingId, motionId, personId, seated],
  });
  if (!rows[0]) return null;
  const { campaignId, expertId, voterRecused, ...row } = rows[0];
  const voter = voterRecused === null ? null : { recused: voterRecused };
  return { motion: motionOf(row), campaignId, expertId, voter };
}

/** The same motion, locked until the transaction ends. */
export async function lockMotion(statements: Statements, id: string): Promise<Motion | null> {
  const text = `SELECT ${columns} FROM motions WHERE id = $1 FOR UPDATE`;
  const { rows } = await statements.query<Row>({ name: 'lock_motion', text, values: [id] });
  return rows[0] ? motionOf(rows[0]) : null;
}

/** The motion that is open or closing, or null. */
export async function motionUnderWay(statements: Statements, meetingId: string): Promise<Motion | null> {
  const text = `SELECT ${columns} FROM motions WHERE meeting_id = $1 AND state = ANY($2::text[])`;
  const values = [meetingId, underWayStates];
  const { rows } = await statements.query<Row>({ name: 'motion_under_way', text, values });
  return rows[0] ? motionOf(rows[0]) : null;
}

/** The motions under way in any meeting. */
export async function motionsUnderWay(statements: Statements): Promise<readonly Motion[]> {
  const text = `SELECT ${columns} FROM motions WHERE state = ANY($1::text[])`;
  const { rows } = await statements.query<Row>({ text, values: [underWayStates] });
  return rows.map(motionOf);
}

/** Every motion of a meeting, in the order of the agenda, each round after the one before. */
export async function motionsOf(statements: Statements, meetingId: string): Promise<readonly Motion[]> {
  const text = `SELECT ${columns} FROM motions WHERE meeting_id = $1 ORDER BY ordinal, round`;
  const { rows } = await statements.query<Row>({ name: 'motions_of', text, values: [meetingId] });
  return rows.map(motionOf);
}

/** Whether the office has named this expert to lead a vote of the meeting that has not ended. */
export async function isNamedIn(
  statements: Statements,
  { meetingId, expertId }: { readonly meetingId: string; readonly expertId: string },
): Promise<boolean> {
  const { rowCount } = await statements.query({
    name: 'is_named_in',
    text: 'SELECT FROM motions WHERE meeting_id = $1 AND named_expert = $2 AND ended_at IS NULL LIMIT 1',
    values: [meetingId, expertId],
  });
  return rowCount === 1;
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
