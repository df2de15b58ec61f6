import type { Instant } from '../../rules/calendar/instant.js';
import type { NotificationKind } from '../../rules/notifications/notificationKinds.js';
import type { Statements } from '../database.js';

const write = `
  INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
  SELECT sanction.campaign_id, $2, notified.role, notified.scope, notified.personal, $2 || ':' || sanction.id || '.' || notified.role,
    jsonb_strip_nulls(jsonb_build_object('at', $3::bigint, 'sanctionId', sanction.id,
      'applicationId', sanction.application_id))
  FROM sanctions AS sanction LEFT JOIN applications AS application ON application.id = sanction.application_id,
    LATERAL (VALUES ('applicant', sanction.person_id, true),
      ('unit', COALESCE(sanction.unit_id, CASE WHEN sanction.revokes THEN application.unit_id END), false)
    ) AS notified (role, scope, personal)
  WHERE sanction.id = $1::uuid AND notified.scope IS NOT NULL ON CONFLICT DO NOTHING`;

/**
 * Writes to the person or unit that a sanction concerns, in the transaction that changes it; when a title is revoked, also
 * to the unit that employs its holder.
 */
export async function writeSanctionLetters(
  statements: Statements,
  { id, kind, at }: { readonly id: string; readonly kind: NotificationKind; readonly at: Instant },
): Promise<void> {
  await statements.query(write, [id, kind, at]);
}
