import type { Tally } from '../../rules/application/facts.js';
import type { LocalDate } from '../../rules/calendar/instant.js';
import { seatedInvitations } from '../../rules/committee/seats.js';
import { sealedStates } from '../../rules/meeting/meetingLaw.js';
import type { Database } from '../database.js';
import { counted } from './outcomes.js';

/** What meetings held here say of an application: the result of signed minutes, or that it still waits for them. */
export interface HeldHere {
  readonly meetingId: string;
  readonly metOn: LocalDate;
  /** Null: the minutes are not signed yet. */
  readonly tally: Tally | null;
}

/**
 * The last meeting that was opened here with an application on its agenda; null when there is none, or when its signed
 * minutes have no result for the application, which then waits for another one.
 */
export async function heldHere({ pool }: Pick<Database, 'pool'>, applicationId: string): Promise<HeldHere | null> {
  const { rows } = await pool.query<Tally & { meetingId: string; metOn: LocalDate; result: boolean }>({
    name: 'held_here',
    text: `SELECT meetings.id AS "meetingId", held_on::text AS "metOn", motions.committee, attending, recused, agree,
             disagree, abstain, meetings.state = ANY($3::text[]) AS result
           FROM motions JOIN meetings ON meetings.id = meeting_id
           WHERE application_id = $1 AND meetings.opened_at IS NOT NULL
             AND (motions.state = ANY($2::text[]) OR meetings.state <> ALL($3::text[]))
           ORDER BY meetings.opened_at DESC, round DESC LIMIT 1`,
    values: [applicationId, counted, sealedStates],
  });
  const [row] = rows;
  if (!row) return null;
  const { meetingId, metOn, result, ...tally } = row;
  return { meetingId, metOn, tally: result ? tally : null };
}

/** Seats of a committee that was drawn and are not given up; null: none was drawn. */
export async function drawnSeats(
  { pool }: Pick<Database, 'pool'>,
  { campaignId, committee }: { readonly campaignId: string; readonly committee: string },
): Promise<number | null> {
  const { rows } = await pool.query<{ n: number }>({
    name: 'drawn_seats',
    text: `SELECT count(*)::int AS n FROM committee_members
           WHERE campaign_id = $1 AND committee = $2 AND position = 'member' AND invitation = ANY($3::text[])`,
    values: [campaignId, committee, seatedInvitations],
  });
  return rows[0]?.n || null;
}
