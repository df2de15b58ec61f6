import type { Database } from '../../records/database.js';
import { currentDepartments } from '../../records/directory/departmentRegister.js';
import { type JudgedRow, rowsAbout } from '../../records/directory/importRows.js';
import {
  contactsOf,
  currentPeople,
  holds,
  isSamePerson,
  type PersonEntry,
} from '../../records/directory/peopleRegister.js';
import { currentUnits } from '../../records/directory/unitRegister.js';
import { canonical } from '../../rules/canonical.js';
import type { ImportKind } from '../../rules/directory/importKinds.js';
import { anotherPerson, fault, type ReadRow, type SentRow, type Table, twice, wrong } from './judgedRow.js';
import { judgeExperts } from './judgeExperts.js';
import { readDepartments } from './readDepartments.js';
import { readPeople } from './readPeople.js';
import { readUnits } from './readUnits.js';

/** What each row of a table would do, beside the rows it has already: new, changed, unchanged, or wrong and why. */
export const judgeRows: Readonly<
  Record<ImportKind, (db: Database, table: Table, rows: readonly SentRow[]) => Promise<readonly JudgedRow[]>>
> = {
  departments: async (db, table, rows) =>
    await byId(db, table, readDepartments(rows), (ids) => currentDepartments(db.pool, ids)),
  units: async (db, table, rows) =>
    await byId(db, table, await readUnits(db, rows), (ids) => currentUnits(db.pool, ids)),
  people: async (db, table, rows) => await people(db, table, await readPeople(db, rows)),
  experts: async (db, table, rows) => await judgeExperts(db, table, rows),
};

async function byId<Entry extends { readonly id: string }>(
  db: Database,
  { importId }: Table,
  rows: readonly ReadRow<Entry>[],
  current: (ids: readonly string[]) => Promise<ReadonlyMap<string, Entry>>,
): Promise<readonly JudgedRow[]> {
  const ids = rows.flatMap(({ entry }) => entry?.id ?? []);
  const [now, earlier] = await Promise.all([current(ids), rowsAbout(db, importId, ids)]);
  const lines = new Map(earlier.map(({ subject, line }) => [subject, line]));
  return rows.map(({ line, entry, faults }) => {
    if (entry === null) return wrong(line, faults);
    const other = lines.get(entry.id);
    if (other !== undefined && other !== line) return wrong(line, [twice('id', other)]);
    lines.set(entry.id, line);
    const before = now.get(entry.id) ?? null;
    const verdict = before === null ? 'new' : canonical(before) === canonical(entry) ? 'same' : 'changed';
    return { line, subject: entry.id, verdict, faults: [], before, after: entry };
  });
}

const own = { zh: '不能给自己授予角色。', en: 'Nobody gives themselves a role.' };

async function people(
  db: Database,
  { importId, by }: Table,
  rows: readonly ReadRow<PersonEntry>[],
): Promise<readonly JudgedRow[]> {
  const contacts = rows.flatMap(({ entry }) => (entry ? contactsOf(entry) : []));
  const [accounts, earlier] = await Promise.all([currentPeople(db.pool, contacts), rowsAbout(db, importId, contacts)]);
  const seen: { readonly line: number; readonly entry: PersonEntry }[] = earlier.map(({ line, after }) => ({
    line,
    entry: after as PersonEntry,
  }));
  const byContact = new Map<string, { readonly line: number; readonly entry: PersonEntry }[]>();
  const note = (row: { readonly line: number; readonly entry: PersonEntry }) => {
    for (const contact of contactsOf(row.entry)) byContact.set(contact, [...(byContact.get(contact) ?? []), row]);
  };
  for (const row of seen) note(row);
  const holders = new Map(
    accounts.flatMap((person) => contactsOf(person).map((contact) => [contact, person] as const)),
  );
  return rows.map(({ line, entry, faults }) => {
    if (entry === null) return wrong(line, faults);
    const field = entry.email === null ? 'phone' : 'email';
    const people = [...new Set(contactsOf(entry).flatMap((contact) => holders.get(contact) ?? []))];
    const [person] = people;
    if (person && (people.length > 1 || !isSamePerson(person, entry)))
      return wrong(line, [fault(field, anotherPerson)]);
    if (person?.id === by) return wrong(line, [fault(field, own)]);
    const others = contactsOf(entry)
      .flatMap((contact) => byContact.get(contact) ?? [])
      .filter((other) => other.line !== line);
    const unlike = others.find((other) => other.entry.name !== entry.name);
    if (unlike)
      return wrong(line, [
        fault(field, {
          zh: `第${unlike.line}行用了同一邮箱或手机号，姓名不同。`,
          en: `Line ${unlike.line} has the same address or number with another name.`,
        }),
      ]);
    const equal = others.find((other) => canonical(roleOf(other.entry)) === canonical(roleOf(entry)));
    if (equal) return wrong(line, [twice('role', equal.line)]);
    note({ line, entry });
    const [subject = null] = contactsOf(entry);
    const verdict = person ? (holds(person, entry) ? 'same' : 'changed') : 'new';
    const before = person ? { name: person.name, email: person.email, phone: person.phone } : null;
    return { line, subject, verdict, faults: [], before, after: entry };
  });
}

const roleOf = ({ role, unitId, departmentId, campaignId }: PersonEntry) => ({
  role,
  unitId,
  departmentId,
  campaignId,
});
