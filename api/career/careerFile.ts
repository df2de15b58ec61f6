import type { Application } from '../../records/application/applicationRow.js';
import { documentsOf, type StoredDocument } from '../../records/dossier/documents.js';
import { findDossier } from '../../records/dossier/dossiers.js';
import { type EarlierApplication, earlierApplications } from '../../records/dossier/earlierApplications.js';
import { findUnit } from '../../records/people/organisations.js';
import { findPerson } from '../../records/people/people.js';
import { registeredIdNumber } from '../../records/people/registrants.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import { type CareerRow, careerDocuments, careerRows } from '../../rules/dossier/career/careerFile.js';
import { prefilled } from '../../rules/dossier/career/prefilled.js';
import type { Dossier } from '../../rules/dossier/dossier.js';
import type { Deps } from '../deps.js';

/** Applications that are looked through; nobody remembers what they wrote before those. */
const mostEarlier = 10;

/** What a person entered in their earlier applications that a new one does not have. */
export interface CareerFile {
  readonly sources: readonly EarlierApplication[];
  /** A form that says what is known already, for one that is still empty. */
  readonly known: Dossier;
  readonly rows: readonly CareerRow[];
  /** Files of earlier applications, each content once. */
  readonly documents: readonly StoredDocument[];
}

/**
 * The career file of an applicant, gathered from their own other applications each time: nothing is kept a second time, and
 * what was erased is not there.
 */
export async function careerFileOf(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { id, applicantId, facts }: Application,
): Promise<CareerFile> {
  const [sources, present, own, person, idNumber, unit] = await Promise.all([
    earlierApplications(db, { applicantId, id, limit: mostEarlier }),
    findDossier(db, id),
    documentsOf(db, id),
    findPerson(db, applicantId),
    registeredIdNumber(db, applicantId),
    findUnit(db, facts.unitId),
  ]);
  const forms = await Promise.all(
    sources.map(async (source) => ({
      applicationId: source.id,
      openedAt: source.openedAt,
      dossier: (await findDossier(db, source.id))?.dossier ?? {},
      documents: await documentsOf(db, source.id),
    })),
  );
  const newest = forms.find(({ dossier }) => dossier.basicInformation !== undefined);
  const known = prefilled({
    name: person?.name ?? '',
    phone: person?.phone ?? null,
    idNumber,
    unitName: unit?.name ?? null,
    earlier: newest ? { dossier: newest.dossier, openedOn: localDateOf(newest.openedAt) } : null,
    on: localDateOf(await clock()),
  });
  const there = new Set(own.map(placeOf));
  const documents = forms
    .flatMap((form) => form.documents)
    .filter((document) => document.uploadedBy === applicantId && careerDocuments.includes(document.kind))
    .filter((document) => !there.has(placeOf(document)) && there.add(placeOf(document)));
  return { sources, known, rows: careerRows(present?.dossier ?? {}, forms), documents };
}

const placeOf = ({ kind, year, sha256 }: StoredDocument) => `${kind} ${year} ${sha256}`;
