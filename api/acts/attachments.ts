import { sanctionedUntil } from '../../records/conferral/sanctionedUntil.js';
import { documentsOf, type StoredDocument } from '../../records/dossier/documents.js';
import type { EntrustedDecision, Posting } from '../../rules/application/act.js';
import { type LocalDate, localDateOf } from '../../rules/calendar/instant.js';
import type { Circumstances } from './forms.js';

/** The kinds of document that are there when the unit recommends: counted, not believed. */
export async function attachedByUnit({ db, application }: Circumstances): Promise<readonly string[]> {
  const documents = await documentsOf(db, application.id);
  return [...new Set(documents.map(({ kind }) => kind))];
}

/** The unit's latest photo of its posting, by id and hash. */
export async function postingOf({ db, application }: Circumstances): Promise<Posting> {
  return publishDueAt(await documentsOf(db, application.id));
}

/** The latest photo of a posting among documents, oldest first. */
export function publishDueAt(documents: readonly StoredDocument[]): Posting {
  const photo = documents.findLast(({ kind }) => kind === 'posting_photo');
  return photo ? { photo: { documentId: photo.id, hash: photo.sha256 } } : {};
}

/** The latest scan of another committee's decision, by id and hash. */
export async function decisionOf({ db, application }: Circumstances): Promise<Pick<EntrustedDecision, 'decision'>> {
  const scan = (await documentsOf(db, application.id)).findLast(({ kind }) => kind === 'entrusted_decision');
  return scan ? { decision: { documentId: scan.id, hash: scan.sha256 } } : {};
}

/** The day until which the unit is under sanction, or null: it does not recommend before that has ended. */
export async function unitSanctionedUntil({ db, application, now }: Circumstances): Promise<LocalDate | null> {
  return await sanctionedUntil(db, { unitId: application.facts.unitId, on: localDateOf(now) });
}
