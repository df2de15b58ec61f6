import type { Instant } from '../../rules/calendar/instant.js';
import type { DocumentKind, Evidence } from '../../rules/dossier/dossier.js';
import type { Picture } from '../../rules/dossier/pictures.js';
import type { Database } from '../database.js';
import type { Document } from '../generated/client.js';
import { noteDocument } from '../proof/noteRow.js';
import { instantFrom, stored } from '../timestamps.js';

/** An uploaded file; its content lies outside the database under its sha256. */
export interface StoredDocument extends Evidence {
  readonly id: string;
  readonly applicationId: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
  /** Of a picture; absent: it is none, or came from another system. */
  readonly picture?: Picture;
}

/** The application's documents that were not removed, oldest first. */
export async function documentsOf(database: Database, applicationId: string): Promise<readonly StoredDocument[]> {
  const where = { applicationId, removedAt: null };
  const rows = await database.document.findMany({ where, orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }] });
  return rows.map(documentOf);
}

/** The document, or null; one that was removed is found too, because a frozen dossier may name it. */
export async function findDocument(
  database: Database,
  { applicationId, id }: { readonly applicationId: string; readonly id: string },
): Promise<StoredDocument | null> {
  const row = await database.document.findFirst({ where: { applicationId, id } });
  return row && documentOf(row);
}

/** A document of a kind by its content, removed or not; null where the application has none. */
export async function findDocumentByHash(
  database: Database,
  of: Pick<StoredDocument, 'applicationId' | 'kind' | 'sha256'>,
): Promise<StoredDocument | null> {
  const { applicationId, kind, sha256 } = of;
  const row = await database.document.findFirst({ where: { applicationId, kind, sha256 } });
  return row && documentOf(row);
}

/** Removes a document from the draft; its file stays, because a frozen dossier may name it. False: there is no such document. */
export async function removeDocument(
  database: Database,
  { applicationId, id, at }: { readonly applicationId: string; readonly id: string; readonly at: Instant },
): Promise<boolean> {
  return await database.$transaction(async (transaction) => {
    const { count } = await transaction.document.updateMany({
      where: { applicationId, id, removedAt: null },
      data: { removedAt: stored(at) },
    });
    if (count === 1) await noteDocument(transaction, applicationId, id);
    return count === 1;
  });
}

function documentOf({ removedAt: _, picture, ...row }: Document): StoredDocument {
  const document = { ...row, kind: row.kind as DocumentKind, uploadedAt: instantFrom(row.uploadedAt) };
  return picture === null ? document : { ...document, picture: picture as unknown as Picture };
}
