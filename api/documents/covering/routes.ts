import { createHash } from 'node:crypto';
import { z } from 'zod';
import { keepFile, readFileOf } from '../../../records/dossier/documentFile.js';
import { masksOf, removeMask, saveMask } from '../../../records/dossier/documentMasks.js';
import { personOwner } from '../../../records/sealed/sealedDossier.js';
import type { Role } from '../../../rules/application/lifecycle.js';
import { mayReadKind } from '../../../rules/dossier/confidential.js';
import { mayCover, mostAreas, wholePage } from '../../../rules/dossier/covered.js';
import { snapshotAt } from '../../applications/applicationSnapshot.js';
import { DocumentAnswer } from '../../applications/dossierAnswers.js';
import { notEditable } from '../../applications/notEditable.js';
import { visibleApplication } from '../../applications/visible.js';
import type { Deps } from '../../deps.js';
import { bilingualMessage } from '../../http/bilingualMessage.js';
import { defineRoute } from '../../http/defineRoute.js';
import { Problem } from '../../http/problem.js';
import { own } from '../../openapi/parts.js';
import { refuseBroken, requireIntact } from '../../proof/requireIntact.js';
import { getDocument, noSuchDocument } from '../documentOf.js';
import { renderInPage, sendFile } from '../sendFile.js';
import { documentView } from '../view.js';
import { coverFile, pageOf } from './coverFile.js';
import { shownDocument } from './shownDocuments.js';

const tag = '材料';
const path = `${own}/documents/{documentId}` as const;
const part = z.int().min(0).max(wholePage);
const length = z.int().min(1).max(wholePage);
const Area = z
  .strictObject({ page: z.int().min(1).max(1_000), x: part, y: part, width: length, height: length })
  .refine(
    ({ x, y, width, height }) => x + width <= wholePage && y + height <= wholePage,
    bilingualMessage('遮盖区域超出了页面。', 'The area reaches beyond the page.'),
  )
  .meta({ id: 'CoveredArea', description: '遮盖的矩形：页码从1起，位置和大小以页宽、页高的万分之一计，从左上角起' });
const Coverage = z.object({ areas: z.array(Area), pages: z.int() });

type Arrival = Parameters<typeof visibleApplication>[0] & {
  readonly params: { readonly id: string; readonly documentId: string };
};

/**
 * A document whose parts the caller may cover now, and who they are towards its application.
 *
 * @throws Problem `not_found`, `not_permitted`, or `not_editable`
 */
async function coverable(arrival: Arrival, services: Pick<Deps, 'db' | 'clock'>) {
  const { db, clock } = services;
  const { application, roles } = await visibleApplication(arrival, services);
  const isApplicant = application.applicantId === arrival.caller.personId;
  if (!isApplicant && !roles.includes('office'))
    throw new Problem('not_permitted', {
      zh: '只有申报人本人和评委会办事机构可以遮盖材料。',
      en: 'Only the applicant and the office of the committee cover parts of documents.',
    });
  const document = await getDocument(db, application.id, arrival.params.documentId);
  const own = isApplicant ? (['applicant'] as const) : roles;
  if (!mayReadKind(document.kind, own)) throw noSuchDocument();
  const { facts } = await snapshotAt(db, application, await clock());
  if (!mayCover(facts, own)) throw notEditable(facts.status);
  return { application, document, roles: own };
}

type Coverable = Awaited<ReturnType<typeof coverable>>;

const coverers: readonly Role[] = ['applicant', 'office'];

/** What the applicant or the office covers in a document; others read a copy in which that is gone. */
export const coveringRoutes = [
  defineRoute({
    method: 'get',
    path: `${path}/pages/{page}`,
    tag,
    summary: '材料的一页（图片），供遮盖时查看',
    roles: 'signed in',
    among: coverers,
    subject: coverable,
    answers: { 200: 'file' },
    reading: ({ subject: { application, document } }) => ({ kind: 'file', application, object: document.id }),
    handle: async ({ subject, params, response }, services) => {
      const shown = await pageOf(
        await fileOf(services, subject),
        /^\d{1,4}$/.test(params.page) ? Number(params.page) : 0,
      );
      if (!shown)
        throw new Problem('not_found', {
          zh: '没有这一页，或者文件无法显示。',
          en: 'There is no such page, or the file cannot be shown.',
        });
      response.attachment(`${params.page}.jpg`);
      renderInPage(response);
      sendFile(response, { fileName: `${params.page}.jpg`, mediaType: 'image/jpeg' }, shown.image);
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/covered`,
    tag,
    summary: '材料中已遮盖的区域，以及页数',
    roles: 'signed in',
    among: coverers,
    subject: coverable,
    answers: { 200: Coverage },
    handle: async ({ subject }, services) => {
      const { document } = subject;
      const mask = (await masksOf(services.db, [document.id])).get(document.id);
      const first = await pageOf(await fileOf(services, subject), 1);
      return { areas: (mask?.areas ?? []).map((area) => ({ ...area })), pages: first?.pages ?? 0 };
    },
  }),
  defineRoute({
    method: 'put',
    path: `${path}/covered`,
    tag,
    summary: '遮盖材料的若干区域：另制一份其内容已去除的副本，原件密存',
    roles: 'signed in',
    among: coverers,
    subject: coverable,
    body: z.strictObject({ areas: z.array(Area).min(1).max(mostAreas) }),
    answers: { 200: DocumentAnswer },
    handle: async ({ subject, body: { areas }, caller }, services) => {
      const { application, document, roles } = subject;
      const { mediaType } = document;
      const copy = await coverFile(await fileOf(services, subject), areas);
      // What is not proven to be gone is not passed on.
      if (copy === null)
        throw new Problem('file_refused', {
          zh: '无法制作遮盖后的副本：文件打不开、页数过多，或者所选页不存在。请转为普通 PDF 或图片后重新上传。',
          en: 'No copy could be made: the file cannot be opened, has too many pages, or lacks the page. Please upload it again as an ordinary PDF or picture.',
        });
      const sha256 = createHash('sha256').update(copy).digest('hex');
      await keepFile(services, { owner: personOwner(application.applicantId), sha256 }, copy);
      const copied = mediaType === 'image/png' || mediaType === 'application/pdf' ? mediaType : 'image/jpeg';
      const mask = {
        documentId: document.id,
        areas,
        mediaType: copied,
        size: copy.length,
        sha256,
        maskedBy: caller.personId,
        maskedAt: await services.clock(),
      };
      await saveMask(services.db, mask);
      return documentView(shownDocument(document, mask, roles));
    },
  }),
  defineRoute({
    method: 'delete',
    path: `${path}/covered`,
    tag,
    summary: '取消遮盖',
    roles: 'signed in',
    among: coverers,
    subject: coverable,
    answers: { 204: null },
    handle: async ({ subject: { document } }, { db }) => {
      if (!(await removeMask(db, document.id)))
        throw new Problem('not_found', { zh: '这份材料没有遮盖。', en: 'Nothing of this document is covered.' });
    },
  }),
];

/** The document's file as it was uploaded. @throws Problem when it is missing, changed or erased */
async function fileOf(services: Deps, { application, document }: Coverable) {
  await requireIntact(services, application.id);
  const owner = personOwner(application.applicantId);
  const content = await readFileOf(services, { owner, sha256: document.sha256 }).catch(() =>
    refuseBroken(services, application.id, { what: 'file', at: document.id }),
  );
  if (!content) throw noSuchDocument();
  return { content, mediaType: document.mediaType };
}
