import { randomUUID } from 'node:crypto';
import type { LocalDate } from '../../rules/calendar/instant.js';
import { canonical } from '../../rules/canonical.js';
import type { ExpertRank } from '../../rules/committee/experts.js';
import type { Statements } from '../database.js';
import { deleteUnused } from './deleteUnused.js';
import { written } from './departmentRegister.js';
import type { Register, RowResult } from './importedRow.js';
import { closeUnopened, openAccounts } from './openAccounts.js';
import { contactsOf, isSamePerson } from './peopleRegister.js';

/** An expert as a table has them. */
export interface ExpertRow {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly specialties: readonly string[];
  readonly rank: ExpertRank;
  readonly unitId: string | null;
  readonly employerName: string;
  readonly validFrom: LocalDate;
  /** The first day after the term. */
  readonly validUntil: LocalDate;
  /** Once registered: whose account and entry it is, and whether the row opened the account. */
  readonly given?: { readonly personId: string; readonly expertId: string; readonly opened: boolean };
}

/** Somebody who has an account, with their entry in the pool. */
export interface CurrentExpert {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly expertId: string | null;
  readonly entry: PoolEntry | null;
}
type PoolEntry = Pick<ExpertRow, 'specialties' | 'rank' | 'unitId' | 'employerName' | 'validFrom' | 'validUntil'>;

/** The people with one of these addresses or numbers; `lock` holds their entries in the pool. */
export async function currentExperts(
  statements: Statements,
  contacts: readonly string[],
  lock = false,
): Promise<readonly CurrentExpert[]> {
  if (lock)
    await statements.query(
      `SELECT FROM experts e JOIN users u ON u.id = e.person_id WHERE u.email = ANY($1) OR u.phone = ANY($1)
       ORDER BY e.id FOR UPDATE OF e`,
      [contacts],
    );
  const { rows } = await statements.query<CurrentExpert>(
    `SELECT u.id, u.name, u.email, u.phone, e.id AS "expertId",
       CASE WHEN e.id IS NOT NULL THEN jsonb_build_object('specialties', specialties, 'rank', rank, 'unitId', unit_id,
         'employerName', employer_name, 'validFrom', valid_from, 'validUntil', valid_until) END AS entry
     FROM users u LEFT JOIN experts e ON e.person_id = u.id WHERE u.email = ANY($1) OR u.phone = ANY($1)`,
    [contacts],
  );
  return rows;
}

/** Whether two entries of the pool are equal, whoever they are of. */
export function isSameEntry(one: PoolEntry | null, other: PoolEntry | null): boolean {
  return canonical(one && poolPart(one)) === canonical(other && poolPart(other));
}

const poolPart = ({ specialties, rank, unitId, employerName, validFrom, validUntil }: PoolEntry): PoolEntry => {
  return { specialties, rank, unitId, employerName, validFrom, validUntil };
};

/** Takes experts into the pool or changes their entries, and undoes it. */
export const expertRegister: Register<ExpertRow> = {
  async apply(work, rows) {
    const contacts = rows.flatMap(({ after }) => contactsOf(after));
    const holders = holdersIn(await currentExperts(work.statements, contacts, true));
    const opened = new Map<string, ExpertRow>();
    const results = rows.map(({ line, before, after: { given: _, ...row } }): RowResult<ExpertRow> => {
      const [holder, ...others] = new Set(contactsOf(row).flatMap((contact) => holders.get(contact) ?? []));
      if (others.length > 0 || (holder !== undefined && !isSamePerson(holder, row))) return { line, outcome: 'moved' };
      const now = holder?.entry ?? null;
      if (now !== null && isSameEntry(now, row)) return { line, outcome: 'already' };
      if (!isSameEntry(now, before)) return { line, outcome: 'moved' };
      const personId = holder?.id ?? randomUUID();
      if (holder === undefined) opened.set(personId, row);
      const given = { personId, expertId: holder?.expertId ?? randomUUID(), opened: holder === undefined };
      return { line, outcome: 'applied', after: { ...row, given } };
    });
    const accounts = await openAccounts(work, opened);
    const fitting = results.flatMap(({ after }) =>
      after?.given && (!after.given.opened || accounts.has(after.given.personId)) ? [after] : [],
    );
    const done = await write(work.statements, fitting);
    return results.map((row) =>
      row.outcome === 'applied' && !done.has(row.after?.given?.expertId ?? '')
        ? { line: row.line, outcome: 'moved' }
        : row,
    );
  },
  async undo(work, rows) {
    const contacts = rows.flatMap(({ after }) => contactsOf(after));
    const now = await currentExperts(work.statements, contacts, true);
    const entries = new Map(now.map(({ expertId, entry }) => [expertId, entry]));
    const fitting = rows.flatMap(({ before, after }) =>
      after.given && isSameEntry(entries.get(after.given.expertId) ?? null, after) ? [{ before, ...after.given }] : [],
    );
    const changed = fitting.flatMap(({ before, ...given }) => (before ? [{ ...before, given }] : []));
    const restored = await write(work.statements, changed);
    const added = fitting.filter(({ before }) => before === null);
    const deleted = await deleteUnused(
      work.statements,
      'DELETE FROM experts WHERE id = ANY($1::uuid[]) RETURNING id',
      added.map(({ expertId }) => expertId),
    );
    const closing = added.filter(({ opened, expertId }) => opened && deleted.has(expertId));
    await closeUnopened(
      work.statements,
      closing.map(({ personId }) => personId),
    );
    return rows.map(({ line, after }) => {
      const id = after.given?.expertId ?? '';
      return { line, outcome: restored.has(id) || deleted.has(id) ? 'undone' : 'kept' };
    });
  },
};

/** The people by each of their addresses and numbers. */
export function holdersIn<Person extends Pick<ExpertRow, 'email' | 'phone'>>(
  people: readonly Person[],
): ReadonlyMap<string, Person> {
  return new Map(people.flatMap((person) => contactsOf(person).map((contact) => [contact, person] as const)));
}

/** Adds entries to the pool or changes those that are there, where their unit exists. Returns the ids of those written. */
async function write(statements: Statements, rows: readonly ExpertRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const entries = rows.flatMap(({ given, ...row }) =>
    given ? [{ ...poolPart(row), id: given.expertId, personId: given.personId }] : [],
  );
  return await written(
    statements,
    `WITH given AS (
       SELECT g.* FROM jsonb_to_recordset($1::jsonb) AS g(id uuid, "personId" text, specialties text[], rank text,
         "unitId" text, "employerName" text, "validFrom" date, "validUntil" date)
       WHERE "unitId" IS NULL OR EXISTS (SELECT FROM units WHERE units.id = "unitId")),
     changed AS (
       UPDATE experts e SET specialties = g.specialties, rank = g.rank, unit_id = g."unitId",
         employer_name = g."employerName", valid_from = g."validFrom", valid_until = g."validUntil"
       FROM given g WHERE e.id = g.id RETURNING e.id),
     added AS (
       INSERT INTO experts (id, person_id, specialties, rank, unit_id, employer_name, valid_from, valid_until)
       SELECT id, "personId", specialties, rank, "unitId", "employerName", "validFrom", "validUntil" FROM given
       WHERE id NOT IN (SELECT id FROM changed) ON CONFLICT DO NOTHING RETURNING id)
     SELECT id FROM changed UNION ALL SELECT id FROM added`,
    entries,
  );
}
