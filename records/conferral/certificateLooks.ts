import type { AccessKind } from '../../rules/access/accessKinds.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { PaperName } from '../../rules/papers/paperKinds.js';
import type { Database } from '../database.js';
import { addAccess } from '../people/accessLog.js';
import { instantOrNull } from '../timestamps.js';

const kind: AccessKind = 'certificate';
const paper: PaperName = 'certificate';

/**
 * Notes that somebody verified a certificate without an account: by the code on it, or by its number and the holder's name.
 * No address is kept.
 */
export async function noteLook(
  db: Pick<Database, 'pool'>,
  title: { readonly applicationId: string; readonly campaignId: string; readonly holderId: string },
  by: 'code' | 'number',
): Promise<void> {
  const { holderId: subjectId, applicationId, campaignId } = title;
  await addAccess(db, { kind, personId: null, subjectId, applicationId, campaignId, object: by });
}

/** How often others looked at a certificate, printed or verified, and when last. */
export async function looksAt(
  { pool }: Pick<Database, 'pool'>,
  { applicationId, holderId }: { readonly applicationId: string; readonly holderId: string },
): Promise<{ readonly total: number; readonly last: Instant | null }> {
  const { rows } = await pool.query<{ total: number; last: Date | null }>({
    name: 'looks_at_certificate',
    text: `SELECT count(*)::int AS total, max(at) AS last FROM access_log
           WHERE subject_id = $1 AND person_id IS DISTINCT FROM $1
             AND ((application_id = $2 AND kind = $3) OR (COALESCE(application_id, $2) = $2 AND object = $4))`,
    values: [holderId, applicationId, kind, `paper ${paper}`],
  });
  const [{ total = 0, last = null } = {}] = rows;
  return { total, last: instantOrNull(last) };
}
