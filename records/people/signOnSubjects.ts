import type { Database, Statements } from '../database.js';
import { isAlreadyThere } from '../databaseErrors.js';

/**
 * Binds a person's account to who signed in at the other service, at the first sign-in; later only the same one is it. False: the account
 * is bound to somebody else, or they have another account.
 */
export async function bindSubject(
  { pool }: Pick<Database, 'pool'>,
  { personId, subject }: { readonly personId: string; readonly subject: string },
): Promise<boolean> {
  try {
    const { rowCount } = await pool.query({
      name: 'bind_sign_on_subject',
      text: `UPDATE users SET sign_on_subject = $2
             WHERE id = $1 AND (sign_on_subject IS NULL OR sign_on_subject = $2)`,
      values: [personId, subject],
    });
    return rowCount === 1;
  } catch (error) {
    if (isAlreadyThere(error)) return false;
    throw error;
  }
}

/** Releases the binding, so that whoever signs in next with this person's verified claim is bound; false: there was none. */
export async function releaseSubject(statements: Statements, personId: string): Promise<boolean> {
  const { rowCount } = await statements.query({
    name: 'release_sign_on_subject',
    text: 'UPDATE users SET sign_on_subject = NULL WHERE id = $1 AND sign_on_subject IS NOT NULL',
    values: [personId],
  });
  return rowCount === 1;
}
