import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { z } from 'zod';
import { beginUpload, findUpload, type UnfinishedUpload } from '../../../records/dossier/unfinishedUploads.js';
import { documentKinds } from '../../../rules/dossier/dossier.js';
import type { Caller } from '../../accounts/caller.js';
import { DocumentAnswer } from '../../applications/dossierAnswers.js';
import { isUuid, visibleApplication } from '../../applications/visible.js';
import { currentArrival } from '../../http/arrivals.js';
import { defineRoute } from '../../http/defineRoute.js';
import { Problem } from '../../http/problem.js';
import { own } from '../../openapi/parts.js';
import type { Services } from '../../services.js';
import { requireAddable } from '../addEvidence.js';
import { documentView } from '../view.js';
import { checksumAlgorithms } from './checksum.js';
import { finishUpload } from './finishUpload.js';
import { appendChunk, endUpload, noSuchUpload } from './unfinishedFile.js';
import { AppendHeaders, CreationHeaders, lengthOf, offsetOf, wordsOf } from './uploadHeaders.js';

const UploadAnswer = z
  .object({
    id: z.uuid(),
    kind: z.enum(documentKinds),
    year: z.int().nullable(),
    fileName: z.string(),
    length: z.int().meta({ description: '整个文件的字节数' }),
    received: z.int().meta({ description: '已收到的字节数' }),
  })
  .meta({ id: 'UnfinishedUpload' });

const tag = '材料';
const path = `${own}/uploads/{uploadId}` as const;

/**
 * Uploads that go on where they were cut: tus 1.0.0, creation, offset, append, checksum and termination. An upload is its person's,
 * in its application, whoever else may see that. Once it is whole it is made a document by a request of its own, whose answer
 * says what was stored or why it was refused.
 */
export const uploadRoutes = [
  defineRoute({
    method: 'post',
    path: `${own}/uploads`,
    tag,
    summary: '开始断点续传（tus 1.0.0）：文件至多20MB',
    roles: 'signed in',
    subject: visibleApplication,
    headers: CreationHeaders,
    answers: { 201: null },
    handle: async ({ subject, caller, request, response }, services) => {
      const words = wordsOf(request);
      const length = lengthOf(request);
      const { application } = subject;
      await requireAddable(services, { ...subject, ...words, by: caller.personId });
      const id = randomUUID();
      const named = { ...words, year: words.year ?? null };
      const begun = { id, applicationId: application.id, personId: caller.personId, ...named, length };
      if (!(await beginUpload(services.db, begun))) throw tooMany();
      say(response, { received: 0, length }).location(`/api/applications/${application.id}/uploads/${id}`);
    },
  }),
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '已收到多少（HEAD 同样可用）',
    roles: 'signed in',
    subject: ownUpload,
    answers: { 200: UploadAnswer },
    handle: ({ subject: { upload }, response }) => {
      const { id, kind, year, fileName, length, received } = requireUnfinished(upload);
      say(response, { received, length });
      return { id, kind, year, fileName, length, received };
    },
  }),
  defineRoute({
    method: 'patch',
    path,
    tag,
    summary: '续传一段（至多512KB；application/offset+octet-stream）',
    roles: 'signed in',
    subject: ownUpload,
    headers: AppendHeaders,
    rawBody: 'file',
    answers: { 204: null },
    handle: async ({ subject, request, response }, services) => {
      // However long it takes to arrive, no deadline waits for it.
      currentArrival()?.release();
      const upload = requireUnfinished(subject.upload);
      if (offsetOf(request) !== upload.received) throw elsewhere();
      say(response, { received: await appendChunk(services, upload, request), length: upload.length });
    },
  }),
  defineRoute({
    method: 'delete',
    path,
    tag,
    summary: '放弃上传',
    roles: 'signed in',
    subject: ownUpload,
    answers: { 204: null },
    handle: async ({ subject: { upload }, response }, services) => {
      const { id, ...left } = requireUnfinished(upload);
      await endUpload(services, id);
      say(response, left);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/document`,
    tag,
    summary: '传完后检查并收为材料；重复请求得到同样的结果',
    roles: 'signed in',
    subject: ownUpload,
    answers: { 201: DocumentAnswer },
    handle: async ({ subject, params: { uploadId: id }, caller, response }, services) => {
      const document = await finishUpload(services, { ...subject, id, by: caller.personId });
      response.location(`/api/applications/${document.applicationId}/documents/${document.id}`);
      return documentView(document);
    },
  }),
];

interface UploadArrival {
  readonly params: { readonly id: string; readonly uploadId: string };
  readonly caller: Caller;
}

/** The application, and the caller's upload to it; null when there is none of that id. @throws Problem `not_found` */
async function ownUpload(arrival: UploadArrival, services: Services) {
  const { application, roles } = await visibleApplication(arrival, services);
  const id = arrival.params.uploadId;
  if (!isUuid(id)) throw noSuchUpload();
  const key = { id, applicationId: application.id, personId: arrival.caller.personId };
  return { application, roles, upload: await findUpload(services.db, key) };
}

function requireUnfinished(upload: UnfinishedUpload | null): UnfinishedUpload {
  if (upload === null) throw noSuchUpload();
  return upload;
}

function say(response: Response, { received, length }: Pick<UnfinishedUpload, 'received' | 'length'>): Response {
  return response.set({
    'Tus-Resumable': '1.0.0',
    'Tus-Extension': 'creation,checksum,termination',
    'Tus-Checksum-Algorithm': checksumAlgorithms.join(),
    'Upload-Offset': String(received),
    'Upload-Length': String(length),
    'Cache-Control': 'no-store',
  });
}

const elsewhere = () =>
  new Problem('offset_mismatch', {
    zh: '这一段不接在已收到的内容之后，请先查询已收到多少。',
    en: 'This part does not begin where what has arrived ends; please ask how much has.',
  });

const tooMany = () =>
  new Problem('file_refused', {
    zh: '您还有太多没有传完的文件，请先完成或取消其中一些。',
    en: 'Too many of your files are still under way; please finish or cancel some of them.',
  });
