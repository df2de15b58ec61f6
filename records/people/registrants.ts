import type { Database } from '../database.js';
import { isAlreadyThere } from '../databaseErrors.js';
import { signInLetter } from '../mail/signInLetter.js';
import { idNumberHash, personOwner } from '../sealed/sealedDossier.js';

/** Somebody who opens an account of their own. */
export interface Registrant {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly passwordHash: string;
  readonly idNumber: string;
}

const about = 'ID number of an account';

/** Whose ID number this is: of an account, or in the form of somebody's application; null: nobody's. */
export async function holderOf({ pool, vault }: Database, idNumber: string): Promise<string | null> {
  const { rows } = await pool.query<{ personId: string }>({
    name: 'holder_of_id_number',
    text: `SELECT person_id AS "personId" FROM identities WHERE id_number_hash = $1
           UNION ALL SELECT a.applicant_id FROM dossiers d JOIN applications a ON a.id = d.application_id
           WHERE d.id_number_hash = $1 LIMIT 1`,
    values: [await idNumberHash(vault, idNumber)],
  });
  return rows[0]?.personId ?? null;
}

/** Hash and cipher text of a person's ID number, as they are kept. */
export async function sealIdNumber({ vault }: Pick<Database, 'vault'>, personId: string, idNumber: string) {
  const sealed = await vault.sealText(personOwner(personId), idNumber, about);
  return { hash: (await idNumberHash(vault, idNumber)) ?? '', sealed };
}

/**
 * Adds a person with an account, their ID number, and the role of an applicant without a unit. False: the address, the
 * telephone number or the ID number is another person's.
 */
export async function addRegistrant(database: Database, registrant: Registrant): Promise<boolean> {
  const { id, name, email, phone, passwordHash, idNumber } = registrant;
  const { hash, sealed } = await sealIdNumber(database, id, idNumber);
  try {
    await database.pool.query({
      name: 'add_registrant',
      text: `WITH person AS (INSERT INTO users (id, name, email, phone, letters)
               VALUES ($1, $2, $3, $4, CASE WHEN $3::text IS NULL THEN 'sms' ELSE 'mail' END) RETURNING id),
             known AS (INSERT INTO identities (person_id, id_number_hash, sealed) SELECT id, $5, $6 FROM person),
             secret AS (INSERT INTO credentials (person_id, password_hash) SELECT id, $7 FROM person)
             INSERT INTO role_bindings (id, person_id, role) SELECT gen_random_uuid(), id, 'applicant' FROM person`,
      values: [id, name, email, phone, hash, sealed, passwordHash],
    });
    return true;
  } catch (error) {
    if (isAlreadyThere(error)) return false;
    throw error;
  }
}

/** The ID number a person registered with; null: they did not register themselves, or it was erased. */
export async function registeredIdNumber({ pool, vault }: Database, personId: string): Promise<string | null> {
  const { rows } = await pool.query<{ sealed: string }>({
    name: 'registered_id_number',
    text: 'SELECT sealed FROM identities WHERE person_id = $1',
    values: [personId],
  });
  return rows[0] ? await vault.openText(rows[0].sealed, about) : null;
}

/** Writes to a person that somebody else asked for an account with their ID number. */
export async function reportClaim({ pool }: Pick<Database, 'pool'>, personId: string): Promise<void> {
  await pool.query({
    name: 'report_claim',
    text: `WITH person AS (SELECT $1::text AS person_id) ${signInLetter('person', 'identity_claimed')}`,
    values: [personId],
  });
}
