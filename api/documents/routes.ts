import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readFileOf } from '../../records/dossier/documentFile.js';
import { masksOf } from '../../records/dossier/documentMasks.js';
import { removeDocument } from '../../records/dossier/documents.js';
import { personOwner } from '../../records/sealed/sealedDossier.js';
import { mayReadKind } from '../../rules/dossier/confidential.js';
import { snapshotAt } from '../applications/applicationSnapshot.js';
import { DocumentAnswer } from '../applications/dossierAnswers.js';
import { mayReadDossier, readingRoles } from '../applications/mayReadDossier.js';
import { visibleApplication } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { own } from '../openapi/parts.js';
import { refuseBroken, requireIntact } from '../proof/requireIntact.js';
import { addEvidence, requireAddable, UploadWords } from './addEvidence.js';
import { shownDocument } from './covering/shownDocuments.js';
import { getDocument, noSuchDocument } from './documentOf.js';
import { requireChangeable } from './mayChange.js';
import { renderInPage, sendFile } from './sendFile.js';
import { documentView } from './view.js';

const tag = '材料';
const path = `${own}/documents/{documentId}` as const;

/** Upload, download and removal of evidence. The file is the body itself; its kind and name are in the query. */
export const documentRoutes = [
  defineRoute({
    method: 'post',
    path: `${own}/documents`,
    tag,
    summary: '上传材料（PDF、JPEG、PNG，至多20MB；文件本身为请求内容）',
    roles: 'signed in',
    subject: visibleApplication,
    query: UploadWords,
    rawBody: 'file',
    answers: { 201: DocumentAnswer },
    handle: async (input, services) => {
      const { subject, query, caller, request, response } = input;
      const adding = { ...subject, ...query, by: caller.personId };
      await requireAddable(services, adding);
      if (request.is('json'))
        throw new Problem('file_refused', {
          zh: '请把文件本身作为请求内容上传（application/octet-stream）。',
          en: 'Please send the file itself as the body of the request (application/octet-stream).',
        });
      const document = await addEvidence(services, { ...adding, id: randomUUID(), content: request });
      response.location(`/api/applications/${document.applicationId}/documents/${document.id}`);
      return documentView(document);
    },
  }),
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '下载材料，或以 inline=true 在页面中查看',
    roles: 'signed in',
    subject: async (arrival, services) => {
      const { application, roles } = await visibleApplication(arrival, services);
      const reading = await readingRoles(services.db, arrival.caller, application, roles);
      if (!mayReadDossier(reading)) throw noSuchDocument();
      const document = await getDocument(services.db, application.id, arrival.params.documentId);
      if (!mayReadKind(document.kind, reading)) throw noSuchDocument();
      const mask = (await masksOf(services.db, [document.id])).get(document.id);
      const shown = shownDocument(document, mask, reading);
      return { application, document: { ...shown, owner: personOwner(application.applicantId) } };
    },
    /** `inline`: shown in the page instead of saved. */
    query: z.strictObject({ inline: z.stringbool().default(false) }),
    answers: { 200: 'file', 304: null },
    reading: ({ subject: { application, document } }) => ({ kind: 'file', application, object: document.id }),
    handle: async ({ subject: { document }, query: { inline }, response }, services) => {
      await requireIntact(services, document.applicationId);
      const content = await readFileOf(services, document).catch(() =>
        refuseBroken(services, document.applicationId, { what: 'file', at: document.id }),
      );
      response.attachment(document.fileName);
      if (inline) renderInPage(response);
      sendFile(response, document, content);
    },
  }),
  defineRoute({
    method: 'delete',
    path,
    tag,
    summary: '删除材料',
    roles: 'signed in',
    subject: visibleApplication,
    answers: { 204: null },
    handle: async ({ subject: { application, roles }, params, caller }, { db, clock }) => {
      const document = await getDocument(db, application.id, params.documentId);
      const now = await clock();
      const { facts } = await snapshotAt(db, application, now);
      requireChangeable(facts, caller.personId, roles, document.kind);
      const removed = await removeDocument(db, { applicationId: application.id, id: document.id, at: now });
      if (!removed)
        throw new Problem('not_found', { zh: '这份材料已经删除。', en: 'This document is removed already.' });
    },
  }),
];
