import type { SignInChange } from '../../rules/access/signInChanges.js';
import type { Database } from '../database.js';
import { signInLetter } from '../mail/signInLetter.js';

const statement = (change: SignInChange) => ({
  name: `set_own_${change}`,
  text: `WITH person AS (
           UPDATE users SET password_change_due = false, password_expires_at = NULL, updated_at = now() WHERE id = $1
           RETURNING id AS person_id
         ), letter AS (${signInLetter('person', change)})
         INSERT INTO credentials (person_id, password_hash) SELECT person_id, $2 FROM person
         ON CONFLICT (person_id) DO UPDATE SET password_hash = $2`,
});

/** Stores the hash of the password its owner has chosen, and writes to them that it was changed. */
export async function setOwnPassword(
  { pool }: Pick<Database, 'pool'>,
  {
    personId,
    passwordHash,
    change,
  }: {
    readonly personId: string;
    readonly passwordHash: string;
    readonly change: Extract<SignInChange, `password${string}`>;
  },
): Promise<void> {
  await pool.query({ ...statement(change), values: [personId, passwordHash] });
}
