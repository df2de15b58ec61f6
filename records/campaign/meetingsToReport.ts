import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import { sealedStates } from '../../rules/meeting/meetingLaw.js';
import type { Database } from '../database.js';
import { instantFrom, instantOrNull } from '../timestamps.js';

/** What a campaign's workflow has to know about one of its meetings. */
export interface MeetingToReport {
  readonly meetingId: string;
  readonly campaignId: string;
  readonly committee: string;
  readonly heldOn: LocalDate;
  readonly convenedBy: string;
  readonly convenedAt: Instant;
  /** Null until the minutes are signed. */
  readonly signedBy: string | null;
  readonly signedAt: Instant | null;
}
type Row = Omit<MeetingToReport, 'convenedAt' | 'signedAt'> & {
  readonly convenedAt: Date;
  readonly signedAt: Date | null;
};

/** Keys of the acts that report a meeting to its campaign. */
export const convenedKey = (meetingId: string) => `meeting-${meetingId}`;
export const signedKey = (meetingId: string) => `signed-${meetingId}`;

const columns = `meeting.id AS "meetingId", campaign_id AS "campaignId", committee,
  to_char(held_on, 'YYYY-MM-DD') AS "heldOn", convened_by AS "convenedBy", convened_at AS "convenedAt",
  CASE WHEN state = ANY($1::text[]) THEN signed_by END AS "signedBy",
  CASE WHEN state = ANY($1::text[]) THEN signed_at END AS "signedAt"`;

/** One meeting, or null. */
export async function meetingToReport(
  { pool }: Pick<Database, 'pool'>,
  meetingId: string,
): Promise<MeetingToReport | null> {
  const text = `SELECT ${columns} FROM meetings AS meeting WHERE meeting.id = $2`;
  const { rows } = await pool.query<Row>({ name: 'meeting_to_report', text, values: [sealedStates, meetingId] });
  return rows[0] ? meetingOf(rows[0]) : null;
}

/** For the sweeper: signed meetings whose signature was not reported to the campaign. */
export async function unreportedSignatures({ pool }: Pick<Database, 'pool'>): Promise<readonly MeetingToReport[]> {
  const { rows } = await pool.query<Row>({
    name: 'unreported_signatures',
    text: `SELECT ${columns} FROM meetings AS meeting WHERE state = ANY($1::text[]) AND NOT EXISTS (
             SELECT FROM campaign_events AS event
             WHERE event.campaign_id = meeting.campaign_id AND event.key = 'signed-' || meeting.id)
           ORDER BY signed_at`,
    values: [sealedStates],
  });
  return rows.map(meetingOf);
}

function meetingOf({ convenedAt, signedAt, ...row }: Row): MeetingToReport {
  return { ...row, convenedAt: instantFrom(convenedAt), signedAt: instantOrNull(signedAt) };
}
