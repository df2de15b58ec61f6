import type { Role } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { LetterKind } from '../../rules/notifications/letterLabels.js';
import type { UnsentState } from '../../rules/notifications/letterStates.js';
import type { NotificationKind } from '../../rules/notifications/notificationKinds.js';
import type { Database } from '../database.js';
import { instantOrNull } from '../timestamps.js';

/** A letter that was not sent. */
export interface StuckLetter {
  readonly id: string;
  /** The application it is about; null when it is about none. */
  readonly applicationId: string | null;
  /** Its short number. */
  readonly number: string | null;
  readonly campaignId: string | null;
  readonly campaignTitle: string | null;
  readonly kind: LetterKind | NotificationKind;
  readonly role: Role;
  readonly state: UnsentState;
  /** The instant of the event it reports. */
  readonly at: Instant | null;
  readonly attempts: number;
  readonly nextAttemptAt: Instant | null;
  readonly lastError: string | null;
}

export interface StuckWorkFilter {
  /** Only these campaigns; null: every one. */
  readonly campaigns: readonly string[] | null;
  readonly limit: number;
}

/** Letters in one state, oldest first. */
export async function stuckLetters(
  { pool }: Pick<Database, 'pool'>,
  { state, campaigns, limit }: StuckWorkFilter & { readonly state: StuckLetter['state'] },
): Promise<readonly StuckLetter[]> {
  const { rows } = await pool.query<Omit<StuckLetter, 'at' | 'nextAttemptAt'> & Record<'at' | 'next', Date | null>>(
    `SELECT letter.id::text, COALESCE(letter.application_id::text, letter.detail->>'applicationId') AS "applicationId",
       application.number, campaign.id AS "campaignId", campaign.title AS "campaignTitle", letter.kind, letter.role, letter.state,
       COALESCE(to_timestamp((letter.detail->>'at')::float8 / 1000), event.at) AS at, letter.attempts,
       letter.next_attempt_at AS next, letter.last_error AS "lastError"
     FROM outbox AS letter LEFT JOIN applications AS application
         ON application.id = COALESCE(letter.application_id, (letter.detail->>'applicationId')::uuid)
       LEFT JOIN campaigns AS campaign ON campaign.id = COALESCE(letter.campaign_id, application.campaign_id)
       LEFT JOIN events AS event ON event.application_id = letter.application_id AND event.seq = letter.seq
     WHERE letter.state = $1 AND ($2::text[] IS NULL OR campaign.id = ANY ($2::text[]))
     ORDER BY letter.id LIMIT $3`,
    [state, campaigns, limit],
  );
  return rows.map(({ at, next, ...row }) => ({ ...row, at: instantOrNull(at), nextAttemptAt: instantOrNull(next) }));
}

/** The application of a letter that is to be retried or skipped; null when there is no such letter in these campaigns. */
export async function findStuckLetter(
  { pool }: Pick<Database, 'pool'>,
  { id, campaigns }: { readonly id: string; readonly campaigns: StuckWorkFilter['campaigns'] },
): Promise<{ readonly applicationId: string | null } | null> {
  const { rows } = await pool.query<{ applicationId: string | null }>(
    `SELECT letter.application_id AS "applicationId"
     FROM outbox AS letter LEFT JOIN applications AS application ON application.id = letter.application_id
     WHERE letter.id = $1::bigint
       AND ($2::text[] IS NULL OR COALESCE(letter.campaign_id, application.campaign_id) = ANY ($2::text[]))`,
    [id, campaigns],
  );
  return rows[0] ?? null;
}
