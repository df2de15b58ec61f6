import type { EventName } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** One submitted version of the form. */
export interface SubmittedVersion {
  readonly hash: string;
  readonly event: EventName;
  readonly seq: number;
  /** When the act that submitted it was registered. */
  readonly at: Instant;
}

/** The versions submitted by acts of this application, in order; without those frozen for an act that was refused. */
export async function submissionsOf({ pool }: Database, applicationId: string): Promise<readonly SubmittedVersion[]> {
  const { rows } = await pool.query<Omit<SubmittedVersion, 'at'> & { readonly at: Date }>({
    name: 'submissions',
    text: `SELECT version.hash, event.event, event.seq, event.at
           FROM events AS event JOIN dossier_versions AS version
             ON version.application_id = event.application_id AND version.hash = event.data->>'dossierHash'
           WHERE event.application_id = $1::uuid ORDER BY event.seq`,
    values: [applicationId],
  });
  return rows.map((row) => ({ ...row, at: instantFrom(row.at) }));
}
