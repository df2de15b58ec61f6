import type { Instant } from '../../rules/calendar/instant.js';
import type { Decision } from '../../rules/people/membership.js';
import type { Database } from '../database.js';
import { isAlreadyThere } from '../databaseErrors.js';
import { followSuperiors } from '../directory/followSuperiors.js';
import { inTransaction } from '../inTransaction.js';
import { stored } from '../timestamps.js';
import { type AskedFor, type AskedRow, askedOf } from './askedFor.js';

type Pool = Pick<Database, 'pool'>;

/** A unit that asks to be registered. */
export interface UnitRegistration extends AskedFor {
  readonly creditCode: string;
  readonly name: string;
  readonly kind: string;
  readonly region: string | null;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  /** The unit above it, in place of a department. */
  readonly superiorId: string | null;
  readonly superiorName: string | null;
  /** How to reach the unit. */
  readonly contact: string;
  readonly reason: string | null;
}

type New = Pick<
  UnitRegistration,
  'creditCode' | 'name' | 'kind' | 'region' | 'departmentId' | 'superiorId' | 'contact' | 'personId'
>;

export type RegistrationOutcome = 'asked' | 'registered' | 'open' | 'too_many';

/**
 * Stores a unit's registration and writes to who decides it: the department or the clerks of the unit above, or the offices
 * of the campaigns that are not closed. Registrations of one person wait for each other.
 */
export async function askRegistration(
  database: Pool,
  asked: New & { readonly at: Instant; readonly most: number; readonly closed: readonly string[] },
): Promise<RegistrationOutcome> {
  const { creditCode, name, kind, region, departmentId, superiorId, contact, personId, at, most, closed } = asked;
  return await inTransaction(database, async (statements) => {
    await statements.query('SELECT FROM users WHERE id = $1 FOR UPDATE', [personId]);
    const { rows } = await statements.query<{ outcome: RegistrationOutcome }>({
      name: 'ask_registration',
      text: `WITH known AS (
               SELECT EXISTS (SELECT FROM units WHERE credit_code = $1 OR id = lower($1)) AS registered,
                 EXISTS (SELECT FROM unit_registrations WHERE person_id = $7 AND credit_code = $1 AND outcome IS NULL) AS open,
                 (SELECT count(*) FROM unit_registrations WHERE person_id = $7 AND outcome IS NULL) >= $9 AS full_up),
             added AS (
               INSERT INTO unit_registrations (credit_code, name, kind, region, department_id, superior_id, contact,
                 person_id, asked_at)
               SELECT $1, $2, $3, $4, $5, $11, $6, $7, $8 FROM known WHERE NOT registered AND NOT open AND NOT full_up
               RETURNING id),
             letters AS (
               INSERT INTO outbox (kind, role, scope, key, detail)
               SELECT 'unit_registration_asked', decider.role, decider.scope,
                 'unit_registration_asked:' || added.id || ':' || decider.scope,
                 jsonb_build_object('at', (extract(epoch FROM $8::timestamptz) * 1000)::bigint,
                   'unitRegistrationId', added.id)
               FROM added CROSS JOIN (
                 SELECT 'department' AS role, $5::text AS scope WHERE $5::text IS NOT NULL
                 UNION ALL SELECT 'unit', $11::text WHERE $11::text IS NOT NULL
                 UNION ALL SELECT 'office', id FROM campaigns
                 WHERE $5::text IS NULL AND $11::text IS NULL AND state <> ALL($10::text[])) AS decider)
             SELECT CASE WHEN EXISTS (SELECT FROM added) THEN 'asked' WHEN registered THEN 'registered'
               WHEN open THEN 'open' ELSE 'too_many' END AS outcome FROM known`,
      values: [creditCode, name, kind, region, departmentId, contact, personId, stored(at), most, closed, superiorId],
    });
    return rows[0]?.outcome ?? 'open';
  });
}

const columns = `r.id, r.credit_code AS "creditCode", r.name, r.kind, r.region, r.department_id AS "departmentId",
  d.name AS "departmentName", r.superior_id AS "superiorId", s.name AS "superiorName", r.contact, r.person_id AS "personId", p.name AS "personName", r.asked_at AS "askedAt",
  r.outcome, r.reason, r.decided_at AS "decidedAt"
  FROM unit_registrations r JOIN users p ON p.id = r.person_id LEFT JOIN departments d ON d.id = r.department_id
  LEFT JOIN units s ON s.id = r.superior_id`;
type Row = AskedRow<UnitRegistration>;

/** The registrations a person asked for, the latest first. */
export async function registrationsOf({ pool }: Pool, personId: string): Promise<readonly UnitRegistration[]> {
  const { rows } = await pool.query<Row>({
    name: 'registrations_of',
    text: `SELECT ${columns} WHERE r.person_id = $1 ORDER BY r.asked_at DESC, r.id LIMIT 20`,
    values: [personId],
  });
  return rows.map(askedOf);
}

/** Who decides: these departments and units those below them; `all`: every one. */
interface Deciders {
  readonly departments: readonly string[];
  readonly units: readonly string[];
  readonly all: boolean;
}

/** The open registrations, the oldest first. */
export async function waitingRegistrations(
  { pool }: Pool,
  { departments, units, all, skip, limit }: Deciders & { readonly skip: number; readonly limit: number },
): Promise<readonly UnitRegistration[]> {
  const { rows } = await pool.query<Row>({
    name: 'registrations_waiting',
    text: `SELECT ${columns} WHERE r.outcome IS NULL AND ($2 OR r.department_id = ANY($1) OR r.superior_id = ANY($5))
           ORDER BY r.asked_at, r.id OFFSET $3 LIMIT $4`,
    values: [departments, all, skip, limit, units],
  });
  return rows.map(askedOf);
}

/**
 * Accepts or refuses open registrations, with a letter to each person: an accepted unit is there from then on, below its
 * department or unit, and the person is its clerk. Returns the ids of those decided; nobody decides their own. One whose code was
 * taken in the meantime stays open.
 */
export async function decideRegistrations(
  { pool }: Pool,
  decided: Deciders & {
    readonly ids: readonly string[];
    readonly decision: Decision;
    readonly reason: string | null;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<readonly string[]> {
  const { departments, units, all, ids, decision, reason, by, at } = decided;
  const done: string[] = [];
  // One by one: of two with the same code the second is not to keep the first from being decided.
  for (const id of ids) {
    const values = [id, departments, all, decision, reason, by, stored(at), units];
    const written = inTransaction({ pool }, async (statements) => {
      const { rows, rowCount } = await statements.query<{ unitId: string }>({ ...decide, values });
      if (decision === 'accepted')
        await followSuperiors(
          statements,
          rows.map(({ unitId }) => unitId),
        );
      return rowCount;
    });
    const count = await written.catch((error: unknown) => {
      if (isAlreadyThere(error)) return 0;
      throw error;
    });
    if (count === 1) done.push(id);
  }
  return done;
}

const decide = {
  name: 'decide_registration',
  text: `WITH decided AS (
           UPDATE unit_registrations SET outcome = $4, reason = $5, decided_by = $6, decided_at = $7
           WHERE id = $1 AND outcome IS NULL AND person_id <> $6
             AND ($3 OR department_id = ANY($2) OR superior_id = ANY($8)) RETURNING *),
         accepted AS (SELECT * FROM decided WHERE $4 = 'accepted'),
         unit AS (
           INSERT INTO units (id, name, kind, region, credit_code, superior_id)
           SELECT lower(credit_code), name, kind, region, credit_code, superior_id FROM accepted),
         above AS (
           INSERT INTO unit_chain (unit_id, level, department_id)
           SELECT lower(credit_code), 0, department_id FROM accepted WHERE department_id IS NOT NULL),
         clerk AS (
           INSERT INTO role_bindings (id, person_id, role, unit_id)
           SELECT gen_random_uuid(), person_id, 'unit', lower(credit_code) FROM accepted),
         logged AS (
           INSERT INTO access_log (kind, person_id, roles, subject_id)
           SELECT 'role_granted', $6, ARRAY['unit'], person_id FROM accepted),
         letter AS (
           INSERT INTO outbox (kind, role, scope, personal, key, detail)
           SELECT 'unit_registration_' || $4::text, 'applicant', person_id, true, 'unit_registration_decided:' || id,
             jsonb_build_object('at', (extract(epoch FROM $7::timestamptz) * 1000)::bigint, 'unitRegistrationId', id)
           FROM decided)
         SELECT lower(credit_code) AS "unitId" FROM decided`,
};
