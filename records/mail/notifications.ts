import type { Database } from '../database.js';
import { stored } from '../timestamps.js';
import type { WaitingLetter } from './outbox.js';

/** One role in which a person receives letters; scope null: of every campaign. */
export interface Mailbox {
  readonly role: string;
  readonly scope: string | null;
}

/** Larger numbers are not counted exactly. */
export const mostUnread = 100;

// A role for every campaign is one mailbox per campaign, so that each is a read by one index.
const mailboxes = `
  WITH mailbox AS (
    SELECT DISTINCT role, COALESCE(given.scope, campaigns.id) AS scope
    FROM unnest($1::text[], $2::text[]) AS given(role, scope) LEFT JOIN campaigns ON given.scope IS NULL)`;

const page = {
  name: 'notifications',
  text: `${mailboxes}
    SELECT letter.id::text, letter.application_id AS "applicationId", letter.seq, letter.campaign_id AS "campaignId",
           letter.kind, letter.role, letter.scope, letter.key, letter.detail, letter.attempts
    FROM mailbox CROSS JOIN LATERAL (
      SELECT * FROM outbox WHERE role = mailbox.role AND outbox.scope = mailbox.scope AND id < $3::bigint
      ORDER BY id DESC LIMIT $4::int) AS letter
    ORDER BY letter.id DESC LIMIT $4::int`,
};
const unread = {
  name: 'unread_notifications',
  text: `${mailboxes}, mark AS (SELECT COALESCE((SELECT up_to FROM read_marks WHERE person_id = $3), 0) AS up_to)
    SELECT (SELECT up_to FROM mark)::text AS "upTo", LEAST(count(*), ${mostUnread})::int AS unread
    FROM mailbox CROSS JOIN LATERAL (
      SELECT id FROM outbox WHERE role = mailbox.role AND outbox.scope = mailbox.scope AND id > (SELECT up_to FROM mark)
      LIMIT ${mostUnread}) AS letter`,
};

/** Letters to a person, newest first, before an outbox id, in any state. */
export async function lettersTo(
  { pool }: Database,
  given: { readonly mailboxes: readonly Mailbox[]; readonly before: string; readonly limit: number },
): Promise<readonly WaitingLetter[]> {
  const values = [...columnsOf(given.mailboxes), given.before, given.limit];
  return (await pool.query<WaitingLetter>({ ...page, values })).rows;
}

/** How far a person has read, and how many letters came since, at most `mostUnread`. */
export async function unreadOf(
  { pool }: Database,
  personId: string,
  boxes: readonly Mailbox[],
): Promise<{ readonly upTo: string; readonly unread: number }> {
  const { rows } = await pool.query<{ upTo: string; unread: number }>({
    ...unread,
    values: [...columnsOf(boxes), personId],
  });
  return rows[0] ?? { upTo: '0', unread: 0 };
}

/** Marks everything up to an outbox id as read; a mark never goes back. */
export async function markRead(
  { pool }: Database,
  mark: { readonly personId: string; readonly upTo: string; readonly at: number },
): Promise<void> {
  await pool.query(
    `INSERT INTO read_marks (person_id, up_to, read_at)
     VALUES ($1, LEAST($2::bigint, COALESCE((SELECT max(id) FROM outbox), 0)), $3)
     ON CONFLICT (person_id) DO UPDATE SET up_to = EXCLUDED.up_to, read_at = EXCLUDED.read_at
     WHERE read_marks.up_to < EXCLUDED.up_to`,
    [mark.personId, mark.upTo, stored(mark.at)],
  );
}

function columnsOf(boxes: readonly Mailbox[]) {
  return [boxes.map(({ role }) => role), boxes.map(({ scope }) => scope)];
}
