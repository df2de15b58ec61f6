import type { Instant } from '../../rules/calendar/instant.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

/**
 * Replaces several sections of the draft at once. Returns the new version, or null when it was saved after
 * `expectedVersion` (null: any version is replaced).
 */
export async function saveSections(
  { pool }: Database,
  save: {
    readonly applicationId: string;
    readonly sections: Dossier;
    readonly expectedVersion: number | null;
    readonly at: Instant;
  },
): Promise<number | null> {
  const { rows } = await pool.query<{ version: number }>(
    `UPDATE dossiers SET draft = draft || $2::jsonb, version = version + 1, updated_at = $3
     WHERE application_id = $1::uuid AND version = coalesce($4::int, version) RETURNING version`,
    [save.applicationId, JSON.stringify(save.sections), stored(save.at), save.expectedVersion],
  );
  return rows[0]?.version ?? null;
}
