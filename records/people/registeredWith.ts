import type { Database } from '../database.js';
import { idNumberHash } from '../sealed/sealedDossier.js';

/** A person, and whether they have opened their account: who was invited may not have. */
export interface Registered {
  readonly personId: string;
  readonly opened: boolean;
}

/**
 * The person registered with a mail address, telephone number or ID number, or null. An ID number in a form counts for nothing
 * here: anybody can write it there.
 */
export async function registeredWith(
  { pool, vault }: Pick<Database, 'pool' | 'vault'>,
  by: 'email' | 'phone' | 'idNumber',
  value: string,
): Promise<Registered | null> {
  const key = by === 'idNumber' ? await idNumberHash(vault, value) : value;
  const { rows } = await pool.query<Registered>({
    name: `registered_with_${by}`,
    text: `SELECT u.id AS "personId", EXISTS (SELECT FROM credentials c WHERE c.person_id = u.id) AS opened FROM users u
           WHERE ${conditions[by]}`,
    values: [key],
  });
  return rows[0] ?? null;
}

const conditions = {
  email: 'u.email = $1',
  phone: 'u.phone = $1',
  idNumber: 'EXISTS (SELECT FROM identities i WHERE i.person_id = u.id AND i.id_number_hash = $1)',
} as const;
