import type { Database } from '../database.js';

/**
 * Corrects the name and contacts of an account that its owner has not opened; afterwards only the owner does. False: it was
 * opened, or is not there.
 *
 * @throws when another account has the address or number: see `isAlreadyThere`
 */
export async function correctUnopened(
  { pool }: Pick<Database, 'pool'>,
  {
    id,
    name,
    email,
    phone,
  }: { readonly id: string; readonly name: string; readonly email: string | null; readonly phone: string | null },
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'correct_unopened_account',
    text: `UPDATE users SET name = $2, email = $3, phone = $4, letters = CASE WHEN $3::text IS NULL THEN 'sms' ELSE 'mail' END
           WHERE id = $1 AND NOT EXISTS (SELECT FROM credentials WHERE person_id = $1)`,
    values: [id, name, email, phone],
  });
  return rowCount === 1;
}
