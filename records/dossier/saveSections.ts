import type { Instant } from '../../rules/calendar/instant.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import type { Database } from '../database.js';
import { idNumberHash, sealDossier } from '../sealed/sealedDossier.js';
import { stored } from '../timestamps.js';
import { certificateRows, replaceCertificates } from './certificateHashes.js';

/**
 * Replaces several sections of the draft at once. Returns the new version, or null when it was saved after
 * `expectedVersion` (null: any version is replaced).
 */
export async function saveSections(
  { pool, vault }: Database,
  save: {
    readonly applicationId: string;
    readonly applicantId: string;
    readonly sections: Dossier;
    readonly expectedVersion: number | null;
    /** Whether a form with this basic information is of somebody who retires during the review. */
    readonly retiring?: boolean;
    readonly at: Instant;
  },
): Promise<number | null> {
  const sealed = await sealDossier(vault, save, save.sections);
  const { basicInformation } = save.sections;
  const hash = await idNumberHash(vault, basicInformation?.idNumber);
  // A form that opens saves nothing, to learn what it lacks; that must not make another window's version the older one.
  const changes = Object.keys(save.sections).length > 0;
  const certificates = await certificateRows(vault, save.sections);
  const { rows } = await pool.query<{ version: number }>(
    `WITH saved AS (UPDATE dossiers SET draft = draft || $2::jsonb, version = version + $8::int,
       updated_at = CASE WHEN $8 = 0 THEN updated_at ELSE $3 END,
       id_number_hash = CASE WHEN $5 THEN $6 ELSE id_number_hash END,
       retiring = CASE WHEN $5 THEN $7 ELSE retiring END
     WHERE application_id = $1::uuid AND version = coalesce($4::int, version) RETURNING version, application_id),
     ${replaceCertificates('saved', 9)} SELECT version FROM saved`,
    [
      ...[save.applicationId, JSON.stringify(sealed), stored(save.at), save.expectedVersion],
      ...[basicInformation !== undefined, hash, save.retiring ?? false, changes ? 1 : 0],
      ...[certificates.sections, JSON.stringify(certificates.rows)],
    ],
  );
  return rows[0]?.version ?? null;
}
