import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { isAlreadyThere } from '../databaseErrors.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import { hashOfInvitation } from './invitationToken.js';
import { joinUnit } from './joinUnit.js';

const open = 'token_hash = $1 AND accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > $3';

/** The part of a statement that uses an open invitation up and gives its role: $1 is the hash, $2 the person, $3 the instant. */
const taken = `taken AS (UPDATE invitations SET accepted_at = $3, accepted_by = $2 WHERE ${open}
      RETURNING unit_id, department_id, role, part_time, invited_by),
    joining AS (SELECT $2::text AS person_id, unit_id, part_time FROM taken WHERE role = 'applicant'),
    ${joinUnit('joining', '(SELECT invited_by FROM taken)')},
    clerk AS (INSERT INTO role_bindings (id, person_id, role, unit_id, department_id)
      SELECT gen_random_uuid(), $2, role, unit_id, department_id FROM taken WHERE role <> 'applicant'
      ON CONFLICT DO NOTHING),
    clerk_logged AS (INSERT INTO access_log (kind, person_id, roles, subject_id)
      SELECT 'role_granted', invited_by, ARRAY[role], $2 FROM taken WHERE role <> 'applicant')`;
const take = { name: 'join_by_invitation', text: `WITH ${taken} SELECT FROM taken` };

interface Accepted {
  readonly token: string;
  readonly personId: string;
  readonly at: Instant;
}

/** Gives the role of an invitation into a unit to a person who has an account. False: it is open no more. */
export async function joinByInvitation(
  { pool }: Pick<Database, 'pool'>,
  { token, personId, at }: Accepted,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    ...take,
    values: [hashOfInvitation(token), personId, stored(at)],
  });
  return rowCount === 1;
}

/** Uses the invitation to an account up that was opened for somebody. False: it is open no more. */
export async function takeInvitation(
  { pool }: Pick<Database, 'pool'>,
  { token, personId, at }: Accepted,
): Promise<boolean> {
  const { rowCount } = await pool.query({
    name: 'take_invitation',
    text: `UPDATE invitations SET accepted_at = $3, accepted_by = $2 WHERE ${open} AND person_id = $2`,
    values: [hashOfInvitation(token), personId, stored(at)],
  });
  return rowCount === 1;
}

/** An account that an invitation into a unit opens. */
export interface InvitedAccount extends Accepted {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly passwordHash: string;
  /** Of an applicant: hash and cipher text of the ID number. */
  readonly identity: { readonly hash: string; readonly sealed: string } | null;
}

/** Opens an account and gives it the role. `taken`: the address, number or ID number is another person's. */
export async function openByInvitation(
  database: Pick<Database, 'pool'>,
  { token, personId, at, name, email, phone, passwordHash, identity }: InvitedAccount,
): Promise<'opened' | 'closed' | 'taken'> {
  try {
    return await inTransaction(database, async (statements): Promise<'opened'> => {
      await statements.query({
        name: 'add_invited_person',
        text: `WITH person AS (INSERT INTO users (id, name, email, phone, letters)
                 VALUES ($1, $2, $3, $4, CASE WHEN $3::text IS NULL THEN 'sms' ELSE 'mail' END) RETURNING id),
               known AS (INSERT INTO identities (person_id, id_number_hash, sealed)
                 SELECT id, $5, $6 FROM person WHERE $5::text IS NOT NULL)
               INSERT INTO credentials (person_id, password_hash) SELECT id, $7 FROM person`,
        values: [personId, name, email, phone, identity?.hash ?? null, identity?.sealed ?? null, passwordHash],
      });
      const { rowCount } = await statements.query({
        ...take,
        values: [hashOfInvitation(token), personId, stored(at)],
      });
      if (rowCount !== 1) throw new Closed();
      return 'opened';
    });
  } catch (error) {
    if (error instanceof Closed) return 'closed';
    if (isAlreadyThere(error)) return 'taken';
    throw error;
  }
}

/** Rolls the account back: the invitation was used or withdrawn in the meantime. */
class Closed extends Error {}
