import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** When, where and as which a candidate was last told to be heard. */
export interface AnnouncedHearing {
  readonly startsAt: Instant;
  readonly room: string;
  readonly ordinal: number;
  /** Minutes for each candidate. */
  readonly minutes: number;
}

/** The hearing an application was notified of last, as its session still has it; null: of none. */
export async function announcedHearing(
  { pool }: Pick<Database, 'pool'>,
  applicationId: string,
): Promise<AnnouncedHearing | null> {
  const { rows } = await pool.query<Omit<AnnouncedHearing, 'startsAt'> & { readonly startsAt: Date }>({
    name: 'announced_hearing',
    text: `SELECT slot.starts_at AS "startsAt", room, ordinal, minutes
           FROM defense_slots AS slot JOIN defense_sessions AS session ON session.id = slot.session_id
           WHERE application_id = $1 AND appointed_revision = session.revision
           ORDER BY slot.starts_at DESC LIMIT 1`,
    values: [applicationId],
  });
  const [row] = rows;
  if (!row) return null;
  const { startsAt, room, ordinal, minutes } = row;
  return { startsAt: instantFrom(startsAt), room, ordinal, minutes };
}
