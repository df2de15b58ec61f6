import { randomUUID } from 'node:crypto';
import { type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { addDocument, findDocument, removeDocument, type StoredDocument } from '../../records/dossier/documents.js';
import { documentKinds } from '../../rules/dossier/dossier.js';
import { callerOf } from '../accounts/caller.js';
import { snapshotAt } from '../applications/applicationSnapshot.js';
import { mayReadDossier } from '../applications/mayReadDossier.js';
import { getVisible, isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { line } from '../http/text.js';
import { contentTypeOf } from './contentType.js';
import { requireChangeable } from './mayChange.js';
import { discard, keep, readBack, takeIn } from './storage.js';
import { documentView } from './view.js';

export const UploadQuery = z.strictObject({
  kind: z.enum(documentKinds),
  year: z.coerce.number().int().min(1950).max(2100).optional(),
  fileName: line(200).refine(
    (name) => !/[/\\]/.test(name),
    bilingualMessage('文件名不能含有斜线。', 'A file name has no slashes.'),
  ),
});

/** `inline`: shown in the page instead of saved. */
export const DownloadQuery = z.strictObject({ inline: z.stringbool().default(false) });

/** Upload, download and removal of evidence. The file is the body itself; its kind and name are in the query. */
export function documentRoutes(deps: Deps): Router {
  const router = Router();
  router.post('/:id/documents', upload(deps));
  router.get('/:id/documents/:documentId', download(deps));
  router.delete('/:id/documents/:documentId', remove(deps));
  return router;
}

function upload({ db, clock, dataDir }: Deps): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { application, roles } = await getVisible(db, caller, request.params.id);
    const { kind, year, fileName } = UploadQuery.parse(request.query);
    const { facts } = await snapshotAt(db, application, await clock());
    requireChangeable(facts, caller.personId, roles, kind);
    if (request.is('json'))
      throw new Problem('file_refused', {
        zh: '请把文件本身作为请求内容上传（application/octet-stream）。',
        en: 'Please send the file itself as the body of the request (application/octet-stream).',
      });
    const arrived = await takeIn(dataDir, request);
    const mediaType = await contentTypeOf(arrived.head, fileName).catch(async (error: unknown) => {
      await discard(arrived);
      throw error;
    });
    await keep(dataDir, arrived);
    const document: StoredDocument = {
      id: randomUUID(),
      applicationId: application.id,
      kind,
      year: year ?? null,
      fileName,
      mediaType,
      size: arrived.size,
      sha256: arrived.sha256,
      uploadedBy: caller.personId,
      uploadedAt: await clock(),
    };
    await addDocument(db, document);
    response
      .status(201)
      .location(`/api/applications/${application.id}/documents/${document.id}`)
      .json(documentView(document));
  };
}

function download({ db, dataDir, logger }: Deps): RequestHandler<{ id: string; documentId: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { application, roles } = await getVisible(db, caller, request.params.id);
    const document = mayReadDossier(roles) ? await find({ db }, application.id, request.params.documentId) : null;
    if (!document)
      throw new Problem('not_found', {
        zh: '没有这份材料，或者您无权查看。',
        en: 'There is no such document, or you may not see it.',
      });
    const { inline } = DownloadQuery.parse(request.query);
    response
      .attachment(document.fileName)
      .type(document.mediaType)
      // Evidence stays on no machine that several people use.
      .set({ 'Content-Length': String(document.size), 'Cache-Control': 'private, no-store' });
    if (inline) renderInPage(response);
    const content = readBack(dataDir, document.sha256);
    content.once('error', (error) => {
      logger.error({ err: error, document: document.id }, 'a stored document cannot be read');
      response.destroy(error);
    });
    content.pipe(response);
  };
}

/**
 * Lets our own pages show the file. Only PDF and images are ever stored, and by their content; whatever hides in one
 * runs no script, loads nothing and is taken for nothing else (nosniff comes with every answer).
 */
function renderInPage(response: Response): void {
  const named = String(response.getHeader('Content-Disposition')).replace(/^attachment/, 'inline');
  response.set({
    'Content-Disposition': named,
    'Content-Security-Policy':
      "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
    'X-Frame-Options': 'SAMEORIGIN',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
}

function remove({ db, clock }: Deps): RequestHandler<{ id: string; documentId: string }> {
  return async (request, response) => {
    const caller = callerOf(response);
    const { application, roles } = await getVisible(db, caller, request.params.id);
    const document = await find({ db }, application.id, request.params.documentId);
    if (!document)
      throw new Problem('not_found', {
        zh: '没有这份材料，或者您无权查看。',
        en: 'There is no such document, or you may not see it.',
      });
    const now = await clock();
    const { facts } = await snapshotAt(db, application, now);
    requireChangeable(facts, caller.personId, roles, document.kind);
    const removed = await removeDocument(db, { applicationId: application.id, id: document.id, at: now });
    if (!removed) throw new Problem('not_found', { zh: '这份材料已经删除。', en: 'This document is removed already.' });
    response.status(204).end();
  };
}

async function find({ db }: Pick<Deps, 'db'>, applicationId: string, id: string): Promise<StoredDocument | null> {
  return isUuid(id) ? await findDocument(db, { applicationId, id }) : null;
}
