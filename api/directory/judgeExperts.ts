import type { Database } from '../../records/database.js';
import { isSameEntry } from '../../records/directory/expertRegister.js';
import { type JudgedRow, rowsAbout } from '../../records/directory/importRows.js';
import { contactsOf, isSamePerson } from '../../records/directory/peopleRegister.js';
import { getCampaign } from '../campaigns/campaign.js';
import { anotherPerson, fault, type SentRow, type Table, twice, wrong } from './judgedRow.js';
import { readExperts } from './readExperts.js';

/** What each row of a campaign's table of experts would do. */
export async function judgeExperts(
  db: Database,
  { importId, campaignId }: Table,
  rows: readonly SentRow[],
): Promise<readonly JudgedRow[]> {
  const { policy } = await getCampaign(db, campaignId ?? '');
  const read = await readExperts(db, rows, policy);
  const contacts = read.flatMap(({ entry }) => (entry ? contactsOf(entry) : []));
  const lines = new Map<string, number>();
  for (const { subject, line } of await rowsAbout(db, importId, contacts)) lines.set(subject, line);
  return read.map(({ line, entry, faults, holders }) => {
    if (entry === null) return wrong(line, faults);
    const field = entry.email === null ? 'phone' : 'email';
    const [person] = holders;
    if (person && (holders.length > 1 || !isSamePerson(person, entry)))
      return wrong(line, [fault(field, anotherPerson)]);
    const other = contactsOf(entry)
      .map((contact) => lines.get(contact))
      .find((one) => one !== undefined && one !== line);
    if (other !== undefined) return wrong(line, [twice(field, other)]);
    for (const contact of contactsOf(entry)) lines.set(contact, line);
    const [subject = null] = contactsOf(entry);
    const now = person?.entry ?? null;
    const verdict = now === null ? 'new' : isSameEntry(now, entry) ? 'same' : 'changed';
    const before = now && person ? { name: person.name, email: person.email, phone: person.phone, ...now } : null;
    return { line, subject, verdict, faults: [], before, after: entry };
  });
}
