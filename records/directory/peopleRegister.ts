import { randomUUID } from 'node:crypto';
import type { Statements } from '../database.js';
import type { ImportWork, Register, RowResult } from './importedRow.js';
import { closeUnopened, openAccounts } from './openAccounts.js';

/** A person with one role, as a table has them. */
export interface PersonEntry {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: string;
  readonly unitId: string | null;
  readonly departmentId: string | null;
  readonly campaignId: string | null;
  /** Once registered: whose account it is, the role as it was given, and whether the row opened the account. */
  readonly given?: {
    readonly personId: string;
    readonly bindingId: string;
    readonly opened: boolean;
    /** Of an applicant: a second unit beside the main one. */
    readonly partTime: boolean;
  };
}

/** Somebody who has an account, with the roles they hold. */
export interface CurrentPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly roles: readonly Pick<PersonEntry, 'role' | 'unitId' | 'departmentId' | 'campaignId'>[];
}

/** The people with one of these addresses or numbers. */
export async function currentPeople(
  statements: Statements,
  contacts: readonly string[],
): Promise<readonly CurrentPerson[]> {
  const { rows } = await statements.query<CurrentPerson>(
    `SELECT id, name, email, phone, coalesce((SELECT jsonb_agg(jsonb_build_object('role', role, 'unitId', unit_id,
         'departmentId', department_id, 'campaignId', campaign_id)) FROM role_bindings b WHERE b.person_id = u.id), '[]') AS roles
     FROM users u WHERE email = ANY($1) OR phone = ANY($1)`,
    [contacts],
  );
  return rows;
}

/** Whether a row is about this person: the same name, and no other address or number. */
export function isSamePerson(
  person: Pick<CurrentPerson, 'name' | 'email' | 'phone'>,
  { name, email, phone }: Pick<PersonEntry, 'name' | 'email' | 'phone'>,
): boolean {
  const fits = (own: string | null, other: string | null) => other === null || own === other;
  return person.name === name && fits(person.email, email) && fits(person.phone, phone);
}

/** Whether a person holds the role of a row. */
export function holds(person: CurrentPerson, entry: PersonEntry): boolean {
  return person.roles.some(
    ({ role, unitId, departmentId, campaignId }) =>
      role === entry.role &&
      unitId === entry.unitId &&
      departmentId === entry.departmentId &&
      campaignId === entry.campaignId,
  );
}

export const contactsOf = ({ email, phone }: Pick<PersonEntry, 'email' | 'phone'>): readonly string[] =>
  [email, phone].filter((contact) => contact !== null);

/** Registers people with their roles, and undoes it. */
export const peopleRegister: Register<PersonEntry> = {
  async apply(work, rows) {
    const found = await currentPeople(
      work.statements,
      rows.flatMap(({ after }) => contactsOf(after)),
    );
    const known = new Map(found.flatMap((person) => contactsOf(person).map((contact) => [contact, person] as const)));
    const opened = new Map<string, PersonEntry>();
    const given: { readonly line: number; readonly entry: PersonEntry & Required<Pick<PersonEntry, 'given'>> }[] = [];
    const results = rows.map(({ line, after: { given: _, ...entry } }): RowResult<PersonEntry> => {
      const people = new Set(contactsOf(entry).flatMap((contact) => known.get(contact) ?? []));
      const [holder, ...others] = people;
      if (others.length > 0 || (holder !== undefined && !isSamePerson(holder, entry)))
        return { line, outcome: 'moved' };
      if (holder !== undefined && holds(holder, entry)) return { line, outcome: 'already' };
      const person = holder ?? { ...entry, id: randomUUID(), roles: [] };
      if (holder === undefined) opened.set(person.id, entry);
      const withRole = { ...person, roles: [...person.roles, entry] };
      for (const contact of contactsOf(person)) known.set(contact, withRole);
      const partTime =
        entry.role === 'applicant' && person.roles.some(({ role, unitId }) => role === 'applicant' && unitId !== null);
      const ids = { personId: person.id, bindingId: randomUUID(), opened: holder === undefined, partTime };
      const after = { ...entry, given: ids };
      given.push({ line, entry: after });
      return { line, outcome: 'applied', after };
    });
    const added = await openAccounts(work, opened);
    const fitting = given.filter(({ entry }) => !opened.has(entry.given.personId) || added.has(entry.given.personId));
    const roles = await giveRoles(
      work,
      fitting.map(({ entry }) => entry),
    );
    const done = new Set(fitting.filter(({ entry }) => roles.has(entry.given.bindingId)).map(({ line }) => line));
    return results.map((row) =>
      row.outcome === 'applied' && !done.has(row.line) ? { line: row.line, outcome: 'moved' } : row,
    );
  },
  async undo(work, rows) {
    const given = rows.flatMap(({ line, after }) => (after.given ? [{ line, ...after.given }] : []));
    const removed = await takeRoles(
      work,
      given.map(({ bindingId }) => bindingId),
    );
    const opened = given.filter(({ opened: one }) => one).map(({ personId }) => personId);
    const deleted = await closeUnopened(work.statements, opened);
    const undone = new Set(
      given
        .filter(({ bindingId, personId, opened: own }) => removed.has(bindingId) && (!own || deleted.has(personId)))
        .map(({ line }) => line),
    );
    return rows.map(({ line }) => ({ line, outcome: undone.has(line) ? 'undone' : 'kept' }));
  },
};

/** Gives roles whose unit, department or campaign exists, with an entry of the access log each. Returns the ids of those given. */
async function giveRoles(
  { statements, by, address }: ImportWork,
  entries: readonly (PersonEntry & Required<Pick<PersonEntry, 'given'>>)[],
) {
  if (entries.length === 0) return new Set<string>();
  const bindings = entries.map(
    ({ given: { personId, bindingId: id, partTime }, role, unitId, departmentId, campaignId }) => {
      return { id, personId, role, unitId, departmentId, campaignId, partTime };
    },
  );
  const { rows } = await statements.query<{ id: string }>(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, "personId" text, role text, "unitId" text,
         "departmentId" text, "campaignId" text, "partTime" boolean)),
     added AS (
       INSERT INTO role_bindings (id, person_id, role, unit_id, department_id, campaign_id, part_time)
       SELECT id, "personId", role, "unitId", "departmentId", "campaignId", "partTime" FROM given
       WHERE ("unitId" IS NULL OR EXISTS (SELECT FROM units WHERE units.id = "unitId"))
         AND ("departmentId" IS NULL OR EXISTS (SELECT FROM departments WHERE departments.id = "departmentId"))
       ON CONFLICT DO NOTHING RETURNING id, person_id, role, campaign_id),
     logged AS (
       INSERT INTO access_log (kind, person_id, roles, subject_id, campaign_id, address)
       SELECT 'role_granted', $2, ARRAY[role], person_id, campaign_id, $3 FROM added)
     SELECT id FROM added`,
    [JSON.stringify(bindings), by, address],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes roles away again that nothing rests on, and ends the sessions of their holders. Returns the ids of those taken. */
async function takeRoles({ statements, by, address }: ImportWork, ids: readonly string[]) {
  const { rows } = await statements.query<{ id: string }>(
    `WITH removed AS (
       DELETE FROM role_bindings b WHERE id = ANY($1::uuid[]) AND NOT (role = 'applicant' AND EXISTS (
         SELECT FROM applications a WHERE a.applicant_id = b.person_id AND a.unit_id = b.unit_id))
       RETURNING id, person_id, role, campaign_id),
     ended AS (DELETE FROM sessions WHERE person_id IN (SELECT person_id FROM removed)),
     logged AS (
       INSERT INTO access_log (kind, person_id, roles, subject_id, campaign_id, address)
       SELECT 'role_removed', $2, ARRAY[role], person_id, campaign_id, $3 FROM removed)
     SELECT id FROM removed`,
    [ids, by, address],
  );
  return new Set(rows.map(({ id }) => id));
}
