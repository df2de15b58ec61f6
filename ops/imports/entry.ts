import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createPerson } from '../../api/accounts/people.js';
import type { ApplicationEntry } from '../../api/imports/applicationFile.js';
import type { Database } from '../../records/database.js';
import { grantRoles, peopleAt } from '../../records/people/knownPeople.js';
import { idOf } from './idOf.js';
import type { PastDocument, UnderWay } from './underWay.js';

type Known = ReadonlyMap<string, string>;

/** The id of an actor: of their account, or a pseudonym derived from their name that is always the same. */
function personIdOf(known: Known, person: string): string {
  return known.get(person.toLowerCase()) ?? idOf('person elsewhere', person.toLowerCase());
}

/** Makes the applicant's account if there is none, with a password that nobody knows: they set their own by a link in a mail. */
async function admit(
  parts: { readonly db: Database },
  { applicant: { email, name }, unitId }: ApplicationEntry,
  known: Known,
  id: string,
): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  if (!known.has(email.toLowerCase())) await createPerson(parts, { id, email, name, password, roles: [] });
  await grantRoles(parts.db, [{ personId: id, role: 'applicant', unitId }]);
}

async function readDocument(
  folder: string,
  { kind, year, file, at, by }: ApplicationEntry['documents'][number],
  people: { readonly applicant: string; readonly unit: string },
): Promise<PastDocument> {
  const content = await readFile(path.resolve(folder, file));
  return { kind, year, fileName: path.basename(file), content, uploadedBy: people[by], uploadedAt: at };
}

/** Converts an application of the file, reading its documents from `folder`, and returns how to admit its applicant. */
export async function underWayFrom(
  parts: { readonly db: Database },
  entry: ApplicationEntry,
  folder: string,
): Promise<{ readonly underWay: UnderWay; readonly admit: () => Promise<void> }> {
  const named = [entry.applicant.email, ...entry.past.flatMap(({ by }) => by.person ?? [])];
  const people = await peopleAt(
    parts.db,
    named.map((one) => one.toLowerCase()),
  );
  const known = new Map(people.map(({ email, id }) => [email, id]));
  const applicantId = personIdOf(known, entry.applicant.email);
  const clerk = entry.past.find(({ by }) => by.role === 'unit')?.by.person ?? 'unit';
  const uploaders = { applicant: applicantId, unit: personIdOf(known, clerk) };
  const { campaignId, unitId, profile, openedAt, dossier, past } = entry;
  const underWay: UnderWay = {
    applicationId: entry.id ?? idOf(campaignId, 'imported', applicantId),
    campaignId,
    unitId,
    applicantId,
    profile,
    openedAt,
    dossier,
    letters: 'none',
    documents: await Promise.all(entry.documents.map((document) => readDocument(folder, document, uploaders))),
    past: past.map(({ event, at, by: { role, person }, body, dossier: then }) => ({
      event,
      at,
      body,
      by: person === undefined ? { role } : { role, personId: personIdOf(known, person) },
      ...(then === undefined ? {} : { dossier: then }),
    })),
  };
  return { underWay, admit: () => admit(parts, entry, known, applicantId) };
}
