import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Application } from '../../records/application/applicationRow.js';
import { pinnedPolicy } from '../../records/application/pinnedPolicy.js';
import { addDocument } from '../../records/dossier/addDocument.js';
import { sealPrint } from '../../records/dossier/documentPrints.js';
import { isQuotaUsedUp } from '../../records/dossier/documentQuota.js';
import type { StoredDocument } from '../../records/dossier/documents.js';
import { keepReading } from '../../records/dossier/scanReadings.js';
import { noteScan } from '../../records/papers/signedScans.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { documentKinds } from '../../rules/dossier/dossier.js';
import { snapshotAt } from '../applications/applicationSnapshot.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { examineScan } from '../papers/examineScan.js';
import { requireChangeable } from './mayChange.js';
import { readScan } from './reading/readScan.js';
import { receiveFile } from './receiveFile.js';

/** What is said of a file beside its content. */
export const UploadWords = z.strictObject({
  kind: z.enum(documentKinds),
  year: z.coerce.number().int().min(1950).max(2100).optional(),
  fileName: line(200).refine(
    (name) => !/[/\\]/.test(name),
    bilingualMessage('文件名不能含有斜线。', 'A file name has no slashes.'),
  ),
});

export interface Adding extends Omit<z.output<typeof UploadWords>, 'year'> {
  readonly year?: number | null | undefined;
  readonly application: Application;
  readonly roles: readonly Role[];
  /** the person who adds it */
  readonly by: string;
}
interface NewEvidence extends Adding {
  readonly id: string;
  readonly content: Readable;
}
/** What adding evidence needs. */
export type EvidenceServices = Pick<Deps, 'db' | 'dataDir' | 'clamdUrl' | 'clock' | 'scanReader' | 'logger'>;

/** @throws Problem `not_permitted`, `not_editable`, or `file_refused` when there are as many files as there may be */
export async function requireAddable(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { application, roles, by, kind }: Adding,
): Promise<void> {
  const { facts } = await snapshotAt(db, application, await clock());
  requireChangeable(facts, by, roles, kind);
  if (await isQuotaUsedUp(db.pool, application.id, kind)) throw tooManyFiles();
}

/** Examines a file, keeps it under the key of its application's owner, and makes it a document. @throws Problem */
export async function addEvidence(
  services: EvidenceServices,
  { id, content, application, kind, year = null, fileName, by }: NewEvidence,
): Promise<StoredDocument> {
  const { db, clock } = services;
  const { policy } = await pinnedPolicy(db, application);
  const owner = personOwner(application.applicantId);
  const { print, ...received } = await receiveFile(services, content, {
    owner,
    fileName,
    evidence: { kind, policy },
  });
  const scan = await examineScan(services, { application, kind, ...received });
  const reading = await readScan(services, { owner, kind, ...received });
  const named = { id, applicationId: application.id, kind, year, fileName };
  const document = { ...named, ...received, uploadedBy: by, uploadedAt: await clock() };
  const sealed = print ? await sealPrint(db.vault, owner, id, print) : null;
  if (!(await addDocument(db, document, sealed))) throw tooManyFiles();
  if (reading !== null) await keepReading(db, owner, { documentId: id, reading });
  if (scan !== null) await noteScan(db, { ...scan, documentId: id, applicationId: application.id });
  return document;
}

/** The refusal of one file more than there may be. */
export const tooManyFiles = () =>
  new Problem('file_refused', {
    zh: '这一类材料或全部材料已达到数量或总大小的上限，请合并后再上传。',
    en: 'This kind of document, or all documents together, have reached their limit; please combine files.',
  });
