import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/** How many outcomes of a meeting were applied to the applications. */
export interface FanOutProgress {
  readonly meetingId: string;
  /** Outcomes of the meeting; `moved + refused` of them are done. */
  readonly total: number;
  readonly moved: number;
  readonly refused: number;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly finishedAt: Date | null;
}

/** Stores the progress of a fan-out; it never goes back. */
export async function noteFanOut(
  { pool }: Pick<Database, 'pool'>,
  progress: {
    readonly campaignId: string;
    readonly meetingId: string;
    readonly total: number;
    readonly moved: number;
    readonly refused: number;
    readonly at: Instant;
    readonly finished: boolean;
  },
): Promise<void> {
  const { campaignId, meetingId, total, moved, refused, at, finished } = progress;
  await pool.query({
    name: 'note_fan_out',
    text: `INSERT INTO campaign_fan_outs AS known
             (campaign_id, meeting_id, total, moved, refused, started_at, updated_at, finished_at)
           VALUES ($1, $2, $3, $4, $5, $6, $6, CASE WHEN $7::boolean THEN $6::timestamptz END)
           ON CONFLICT (campaign_id, meeting_id) DO UPDATE SET total = excluded.total, moved = excluded.moved,
             refused = excluded.refused, updated_at = excluded.updated_at, finished_at = excluded.finished_at
           WHERE known.moved + known.refused <= excluded.moved + excluded.refused AND known.finished_at IS NULL`,
    values: [campaignId, meetingId, total, moved, refused, stored(at), finished],
  });
}

/** Every fan-out of a campaign, oldest first. */
export async function fanOutsOf(
  { pool }: Pick<Database, 'pool'>,
  campaignId: string,
): Promise<readonly FanOutProgress[]> {
  const { rows } = await pool.query<FanOutProgress>({
    name: 'fan_outs_of',
    text: `SELECT meeting_id AS "meetingId", total, moved, refused, started_at AS "startedAt",
             updated_at AS "updatedAt", finished_at AS "finishedAt"
           FROM campaign_fan_outs WHERE campaign_id = $1 ORDER BY started_at`,
    values: [campaignId],
  });
  return rows;
}
