import { createReadStream } from 'node:fs';
import { findDocument, type StoredDocument } from '../../../records/dossier/documents.js';
import type { UnfinishedUpload } from '../../../records/dossier/unfinishedUploads.js';
import { Problem } from '../../http/problem.js';
import { type Adding, addEvidence, type EvidenceServices, requireAddable } from '../addEvidence.js';
import { endUpload, noSuchUpload, unfinishedFile } from './unfinishedFile.js';

interface Finishing extends Pick<Adding, 'application' | 'roles' | 'by'> {
  readonly id: string;
  /** null: it has ended, perhaps as a document whose answer was lost */
  readonly upload: UnfinishedUpload | null;
}

/**
 * Makes an upload that has arrived whole a document of the same id, so that repeating it, or two tabs that do, make one. What
 * is refused is removed; what could not be examined now may be tried again.
 *
 * @throws Problem `offset_mismatch` when bytes are missing, `not_found`, or a refusal of the file
 */
export async function finishUpload(
  services: EvidenceServices,
  { id, upload, application, roles, by }: Finishing,
): Promise<StoredDocument> {
  const made = await findDocument(services.db, { applicationId: application.id, id });
  if (made?.uploadedBy === by) return made;
  if (upload === null) throw noSuchUpload();
  if (upload.received < upload.length) throw incomplete();
  const { kind, year, fileName } = upload;
  const adding = { application, roles, by, kind, year, fileName };
  await requireAddable(services, adding);
  const content = createReadStream(unfinishedFile(services, upload));
  try {
    const document = await addEvidence(services, { ...adding, id, content });
    await endUpload(services, id);
    return document;
  } catch (error) {
    // Another request may have made it meanwhile, and removed the file.
    const other = await findDocument(services.db, { applicationId: application.id, id });
    if (other?.uploadedBy === by) return other;
    if (error instanceof Problem && isFinal(error)) await endUpload(services, id);
    throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? noSuchUpload() : error;
  } finally {
    content.destroy();
  }
}

const isFinal = ({ code }: Problem) => code === 'file_refused' || code === 'body_too_large';

const incomplete = () =>
  new Problem('offset_mismatch', {
    zh: '文件还没有传完，请继续上传。',
    en: 'The file has not arrived whole yet; please go on uploading.',
  });
