import type { Signature } from '../../config/signingKeys.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { MeetingState } from '../../rules/meeting/meetingLaw.js';
import type { Database, Statements } from '../database.js';
import { instantFrom, instantOrNull, stored } from '../timestamps.js';

/** A meeting of a committee. */
export interface Meeting {
  readonly id: string;
  readonly campaignId: string;
  readonly committee: string;
  readonly committeeName: string;
  readonly state: MeetingState;
  readonly heldOn: LocalDate;
  /** The hour in Beijing, 09:30. */
  readonly begins: string;
  readonly place: string;
  readonly revision: number;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly announcedAt: Instant | null;
  readonly minutesHash: string | null;
  readonly signedBy: string | null;
  readonly signedAt: Instant | null;
}

const columns = `meetings.id, meetings.campaign_id AS "campaignId", meetings.committee,
  committee_name AS "committeeName", state, held_on::text AS "heldOn", begins, place, revision, opened_at AS "openedAt",
  closed_at AS "closedAt", announced_at AS "announcedAt", minutes_hash AS "minutesHash", signed_by AS "signedBy",
  signed_at AS "signedAt"`;
type Timestamps = 'openedAt' | 'closedAt' | 'announcedAt' | 'signedAt';
type Row = Omit<Meeting, Timestamps> & Readonly<Record<Timestamps, Date | null>>;

function meetingOf({ openedAt, closedAt, announcedAt, signedAt, ...row }: Row): Meeting {
  return {
    ...row,
    openedAt: instantOrNull(openedAt),
    closedAt: instantOrNull(closedAt),
    announcedAt: instantOrNull(announcedAt),
    signedAt: instantOrNull(signedAt),
  };
}

/** Convenes a meeting and returns its id. @throws when the committee's last one has not ended: see `isAlreadyThere` */
export async function convene(
  statements: Statements,
  given: Pick<Meeting, 'campaignId' | 'committee' | 'committeeName' | 'heldOn' | 'begins' | 'place'> & {
    readonly convenedBy: string;
    readonly at: Instant;
  },
): Promise<string> {
  const { campaignId, committee, committeeName, heldOn, begins, place, convenedBy, at } = given;
  const { rows } = await statements.query<{ id: string }>({
    name: 'convene',
    text: `INSERT INTO meetings (campaign_id, committee, committee_name, held_on, begins, place, convened_by, convened_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
    values: [campaignId, committee, committeeName, heldOn, begins, place, convenedBy, stored(at)],
  });
  if (!rows[0]) throw new Error('the meeting was not convened');
  return rows[0].id;
}

/** The meeting, or null. */
export async function findMeeting({ pool }: Pick<Database, 'pool'>, id: string): Promise<Meeting | null> {
  const text = `SELECT ${columns} FROM meetings WHERE id = $1`;
  const { rows } = await pool.query<Row>({ name: 'find_meeting', text, values: [id] });
  return rows[0] ? meetingOf(rows[0]) : null;
}

/** The same, locked until the transaction ends. */
export async function lockMeeting(statements: Statements, id: string): Promise<Meeting | null> {
  const text = `SELECT ${columns} FROM meetings WHERE id = $1 FOR UPDATE`;
  const { rows } = await statements.query<Row>({ name: 'lock_meeting', text, values: [id] });
  return rows[0] ? meetingOf(rows[0]) : null;
}

/** Meetings of a campaign, the latest first. */
export async function meetingsOf({ pool }: Pick<Database, 'pool'>, campaignId: string): Promise<readonly Meeting[]> {
  const text = `SELECT ${columns} FROM meetings WHERE campaign_id = $1 ORDER BY held_on DESC, convened_at DESC, id`;
  const { rows } = await pool.query<Row>({ name: 'meetings_of', text, values: [campaignId] });
  return rows.map(meetingOf);
}

/** Meetings of the committees a person has a seat in, the latest first. */
export async function meetingsOfMember(
  { pool }: Pick<Database, 'pool'>,
  { personId, seated }: { readonly personId: string; readonly seated: readonly string[] },
): Promise<readonly Meeting[]> {
  const { rows } = await pool.query<Row>({
    name: 'meetings_of_member',
    text: `SELECT ${columns} FROM meetings
      JOIN committee_members AS seat ON seat.campaign_id = meetings.campaign_id AND seat.committee = meetings.committee
      JOIN experts ON experts.id = seat.expert_id
      WHERE experts.person_id = $1 AND seat.position = 'member' AND seat.invitation = ANY($2::text[])
      ORDER BY held_on DESC, convened_at DESC, meetings.id`,
    values: [personId, seated],
  });
  return rows.map(meetingOf);
}

/** Gives a meeting another day, hour and place, or calls it off; its calendar entries follow by its new revision. */
export async function rescheduleMeeting(
  statements: Statements,
  id: string,
  { state, heldOn, begins, place }: Pick<Meeting, 'state' | 'heldOn' | 'begins' | 'place'>,
): Promise<void> {
  await statements.query({
    name: 'reschedule_meeting',
    text: 'UPDATE meetings SET state = $2, held_on = $3, begins = $4, place = $5, revision = revision + 1 WHERE id = $1',
    values: [id, state, heldOn, begins, place],
  });
}

/** Sets the state of a meeting and its instant; minutes are stored only with the signature. */
export async function moveMeeting(
  statements: Statements,
  id: string,
  moved: {
    readonly state: MeetingState;
    readonly at: Instant;
    readonly stamp: 'opened_at' | 'closed_at' | 'announced_at' | null;
  },
): Promise<void> {
  const { state, at, stamp } = moved;
  const stamped = stamp === null ? '' : `, ${stamp} = COALESCE(${stamp}, $3)`;
  const values = stamp === null ? [id, state] : [id, state, stored(at)];
  await statements.query({ text: `UPDATE meetings SET state = $2${stamped} WHERE id = $1`, values });
}

/** Signs the meeting with its minutes; the database refuses every change from then on. */
export async function signMeeting(
  statements: Statements,
  signed: {
    readonly id: string;
    readonly state: MeetingState;
    readonly minutes: object;
    readonly minutesHash: string;
    readonly signature: Signature;
    readonly signedBy: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { id, state, minutes, minutesHash, signature, signedBy, at } = signed;
  await statements.query({
    name: 'sign_meeting',
    text: `UPDATE meetings SET state = $2, minutes = $3, minutes_hash = $4, signed_by = $5, signed_at = $6,
             minutes_signature = $7 WHERE id = $1`,
    values: [id, state, JSON.stringify(minutes), minutesHash, signedBy, stored(at), JSON.stringify(signature)],
  });
}

/** The signed minutes, or null. */
export async function signedMinutes({ pool }: Pick<Database, 'pool'>, id: string): Promise<unknown> {
  const text = 'SELECT minutes FROM meetings WHERE id = $1';
  const { rows } = await pool.query<{ minutes: unknown }>({ name: 'signed_minutes', text, values: [id] });
  return rows[0]?.minutes ?? null;
}

/** By whom and when the minutes were signed, with the installation's signature; null: they are not. */
export async function minutesSignature({ pool }: Pick<Database, 'pool'>, id: string) {
  const { rows } = await pool.query<{ by: string; at: Date; signature: Signature }>({
    name: 'minutes_signature',
    text: `SELECT signed_by AS by, signed_at AS at, minutes_signature AS signature FROM meetings
           WHERE id = $1 AND minutes_signature IS NOT NULL`,
    values: [id],
  });
  return rows[0] ? { ...rows[0], at: instantFrom(rows[0].at) } : null;
}
