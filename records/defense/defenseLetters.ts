import type { DefenseNotificationKind, NotificationDetail } from '../../rules/notifications/notificationKinds.js';
import type { Statements } from '../database.js';
import type { DefenseSession } from './defenseSessions.js';

/**
 * Puts letters to experts about a session whose panel they are or were in into the outbox, in the transaction that changes
 * it; once per `revision`, which is the session's revision after the change.
 */
export async function writeDefenseLetters(
  statements: Statements,
  letter: {
    readonly session: Pick<DefenseSession, 'id' | 'campaignId'>;
    readonly to: readonly string[];
    readonly revision: number;
    readonly kind: DefenseNotificationKind;
    readonly detail: NotificationDetail;
  },
): Promise<void> {
  const { session, to, revision, kind, detail } = letter;
  await statements.query({
    name: 'write_defense_letters',
    text: `INSERT INTO outbox (campaign_id, kind, role, scope, personal, key, detail)
           SELECT $2, $3, 'expert', experts.person_id, true, $4 || '.' || experts.id, $5::jsonb
           FROM experts WHERE id = ANY($1::uuid[])
           ON CONFLICT DO NOTHING`,
    values: [
      ...[to, session.campaignId, kind, `${kind}:${session.id}.${revision}`],
      JSON.stringify({ ...detail, sessionId: session.id, revision }),
    ],
  });
}
