import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';

// A prepared statement, because every letter runs it.
const sent = {
  name: 'mark_sent',
  text: `UPDATE outbox SET state = 'sent', sent_at = $2::timestamptz, message_id = $3, last_error = NULL, next_attempt_at = NULL
         WHERE id = $1::bigint`,
};

/** Notes that a letter was sent. */
export async function markSent(
  { pool }: Pick<Database, 'pool'>,
  { id, at, messageId }: { readonly id: string; readonly at: Instant; readonly messageId: string },
): Promise<void> {
  await pool.query({ ...sent, values: [id, stored(at), messageId] });
}
