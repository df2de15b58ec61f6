import type { Instant } from '../../rules/calendar/instant.js';
import type { Statements } from '../database.js';
import { notePapers } from '../proof/noteRows.js';
import { stored } from '../timestamps.js';
import type { StoredDocument } from './documents.js';
import type { FrozenDossier, SealedVersion } from './dossiers.js';

/** The form and its documents as they were at one submission. */
export interface FrozenVersion {
  readonly hash: string;
  readonly frozen: FrozenDossier;
  readonly at: Instant;
}

/** The papers of an imported application: its documents, whose files are stored, and each submitted version. */
export interface Papers {
  readonly documents: readonly StoredDocument[];
  readonly versions: readonly FrozenVersion[];
}

/** The same with the forms as they are stored. */
export interface SealedPapers extends Pick<Papers, 'documents'> {
  readonly versions: readonly (Omit<FrozenVersion, 'frozen'> & { readonly frozen: SealedVersion })[];
}

const inserts = {
  documents: 'INSERT INTO documents SELECT * FROM jsonb_populate_recordset(NULL::documents, $1::jsonb)',
  versions: 'INSERT INTO dossier_versions SELECT * FROM jsonb_populate_recordset(NULL::dossier_versions, $1::jsonb)',
} as const;

/** Inserts the papers of an application whose row exists. */
export async function insertPapers(
  statements: Statements,
  applicationId: string,
  { documents, versions }: SealedPapers,
): Promise<void> {
  const rows = {
    documents: documents.map(({ fileName, mediaType, uploadedBy, uploadedAt, ...same }) => ({
      ...same,
      application_id: applicationId,
      file_name: fileName,
      media_type: mediaType,
      uploaded_by: uploadedBy,
      uploaded_at: stored(uploadedAt),
    })),
    versions: versions.map(({ hash, frozen, at }) => ({
      application_id: applicationId,
      hash,
      frozen,
      frozen_at: stored(at),
    })),
  };
  await statements.query(inserts.documents, [JSON.stringify(rows.documents)]);
  await statements.query(inserts.versions, [JSON.stringify(rows.versions)]);
  await notePapers(statements, applicationId);
}
