import type { EventName } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** One version of the form that was handed in. */
export interface SubmittedVersion {
  readonly hash: string;
  readonly event: EventName;
  readonly seq: number;
  /** When the act that handed it in was registered. */
  readonly at: Instant;
}

/** Every version that an act of this application handed in, in order; one frozen for an act that was refused is not among them. */
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
