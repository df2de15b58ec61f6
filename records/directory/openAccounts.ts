import type { Statements } from '../database.js';
import { addInvitations } from '../memberships/addInvitations.js';
import { deleteUnused } from './deleteUnused.js';
import type { ImportWork } from './importedRow.js';

/** Somebody who has no account yet. */
interface NewAccount {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Opens accounts without a password and invites their owners. Returns the ids of those nobody else opened meanwhile. */
export async function openAccounts(
  { statements, vault, by, at, letters }: ImportWork,
  opened: ReadonlyMap<string, NewAccount>,
) {
  if (opened.size === 0) return new Set<string>();
  const people = [...opened].map(([id, { name, email, phone }]) => ({ id, name, email, phone }));
  const { rows } = await statements.query<{ id: string }>(
    `INSERT INTO users (id, name, email, phone, letters, password_change_due)
     SELECT id, name, email, phone, CASE WHEN email IS NULL THEN 'sms' ELSE 'mail' END, true
     FROM jsonb_to_recordset($1::jsonb) AS g(id text, name text, email text, phone text)
     ON CONFLICT DO NOTHING RETURNING id`,
    [JSON.stringify(people)],
  );
  const added = new Set(rows.map(({ id }) => id));
  const invited = people
    .filter(({ id }) => added.has(id))
    .map(({ id: personId, name, email, phone }) => ({
      name,
      email,
      phone: email === null ? phone : null,
      to: { personId },
    }));
  await addInvitations({ pool: statements, vault }, invited, { by, at, letters });
  return added;
}

/** Deletes accounts that nobody has opened and nothing refers to. Returns the ids of those deleted. */
export async function closeUnopened(statements: Statements, ids: readonly string[]): Promise<ReadonlySet<string>> {
  return await deleteUnused(
    statements,
    `DELETE FROM users u WHERE id = ANY($1) AND NOT EXISTS (SELECT FROM credentials c WHERE c.person_id = u.id)
       AND NOT EXISTS (SELECT FROM role_bindings b WHERE b.person_id = u.id)
       AND NOT EXISTS (SELECT FROM membership_requests r WHERE r.person_id = u.id) RETURNING id`,
    ids,
  );
}
