import type { Instant } from '../../rules/calendar/instant.js';
import { hashOf } from '../application/eventHash.js';
import type { Database, Statements } from '../database.js';
import { instantFrom, stored } from '../timestamps.js';

/** A correction of signed minutes: chained to them and to the corrections before it. */
export interface MeetingCorrection {
  readonly ordinal: number;
  readonly reason: string;
  readonly prevHash: string;
  readonly hash: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

/** The corrections of a meeting, oldest first. */
export async function correctionsOf(
  { pool }: Pick<Database, 'pool'>,
  meetingId: string,
): Promise<readonly MeetingCorrection[]> {
  const { rows } = await pool.query<Omit<MeetingCorrection, 'madeAt'> & { madeAt: Date }>({
    name: 'corrections_of',
    text: `SELECT ordinal, reason, prev_hash AS "prevHash", hash, made_by AS "madeBy", made_at AS "madeAt"
           FROM meeting_corrections WHERE meeting_id = $1 ORDER BY ordinal`,
    values: [meetingId],
  });
  return rows.map(({ madeAt, ...row }) => ({ ...row, madeAt: instantFrom(madeAt) }));
}

/** Adds a correction. The caller has locked the meeting's row, so that two corrections follow one another. */
export async function addCorrection(
  statements: Statements,
  given: {
    readonly meetingId: string;
    readonly minutesHash: string;
    readonly reason: string;
    readonly madeBy: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { meetingId, minutesHash, reason, madeBy, at } = given;
  const { rows } = await statements.query<{ ordinal: number; hash: string }>({
    name: 'last_correction',
    text: `SELECT ordinal, hash FROM meeting_corrections WHERE meeting_id = $1 ORDER BY ordinal DESC LIMIT 1`,
    values: [meetingId],
  });
  const ordinal = (rows[0]?.ordinal ?? 0) + 1;
  const prevHash = rows[0]?.hash ?? minutesHash;
  const hash = hashOf({ meetingId, ordinal, reason, prevHash, madeBy, madeAt: at });
  await statements.query({
    name: 'add_correction',
    text: `INSERT INTO meeting_corrections (meeting_id, ordinal, reason, prev_hash, hash, made_by, made_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [meetingId, ordinal, reason, prevHash, hash, madeBy, stored(at)],
  });
}
