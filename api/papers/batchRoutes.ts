import type { Response } from 'express';
import { z } from 'zod';
import { bindInThread } from '../../documents/paper/setPaper.js';
import type { Application } from '../../records/application/applicationRow.js';
import { beginBatch, findBatch, noteDone, type PaperBatch } from '../../records/papers/paperBatches.js';
import type { Role } from '../../rules/application/lifecycle.js';
import {
  type BatchForm,
  batchFormNames,
  mostCopies,
  mostInBatch,
  postingTable,
  postingTableName,
} from '../../rules/papers/paperBatches.js';
import { isPaperKind, paperKinds, paperNames } from '../../rules/papers/paperKinds.js';
import type { Caller } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import type { Services } from '../services.js';
import { batchEntries, postingTableOf, printedFor } from './batchPapers.js';
import { printableApplication } from './readable.js';
import { sendPaper } from './sendPaper.js';
import { sendZip } from './sendZip.js';

const tag = '文书';
const kinds = [...paperNames, postingTableName] as const;
const form = z.enum(batchFormNames as [BatchForm, ...BatchForm[]]);

const BatchAnswer = z
  .object({
    id: z.uuid(),
    kind: z.enum(kinds),
    form,
    total: z.int(),
    done: z.int().meta({ description: '已生成或无法生成的份数' }),
  })
  .meta({ id: 'PaperBatch' });

const own = {
  tag,
  roles: 'signed in',
  subject: async (
    { params, caller }: { readonly params: { readonly id: string }; readonly caller: Caller },
    services: Services,
  ) => {
    const batch = isUuid(params.id) ? await findBatch(services.db, params.id) : null;
    if (batch?.madeBy !== caller.personId)
      throw new Problem('not_found', { zh: '没有这批文书。', en: 'There is no such batch of papers.' });
    return await withReader(services, caller, batch);
  },
} as const;

/** Papers of several applications at once: asked for, made while they are sent, and how far that has come. */
export const paperBatchRoutes = [
  defineRoute({
    method: 'post',
    path: '/api/paper-batches',
    tag,
    summary: '成批打印一种文书：ZIP、一个 PDF，或多人一张公示表',
    roles: 'signed in',
    body: z.strictObject({
      kind: z.enum(kinds),
      form,
      copies: z.int().min(1).max(mostCopies).default(1).meta({ description: '合为一个 PDF 时每份打印几次' }),
      applicationIds: z.array(z.uuid()).min(1).max(mostInBatch.zip),
    }),
    answers: { 201: BatchAnswer },
    handle: async ({ body: { applicationIds, ...batch }, caller }, services) => {
      const ids = [...new Set(applicationIds)];
      const applications: Application[] = [];
      for (const id of ids) {
        const name = printedFor(batch.kind);
        applications.push((await printableApplication(services, caller, { id, name })).application);
      }
      const campaignId = requireOneBatch(applications, batch);
      const begun = {
        ...batch,
        campaignId,
        applicationIds: ids,
        madeBy: caller.personId,
        madeAt: await services.clock(),
      };
      const id = await beginBatch(services.db, begun);
      return { id, kind: batch.kind, form: batch.form, total: ids.length, done: 0 };
    },
  }),
  defineRoute({
    ...own,
    method: 'get',
    path: '/api/paper-batches/{id}',
    summary: '这批文书已生成多少',
    answers: { 200: BatchAnswer },
    handle: async ({ subject: { batch } }) => {
      const { id, kind, form, applicationIds, done } = batch;
      return { id, kind: kind as (typeof kinds)[number], form, total: applicationIds.length, done };
    },
  }),
  defineRoute({
    ...own,
    method: 'get',
    path: '/api/paper-batches/{id}/file',
    summary: '下载这批文书',
    answers: { 200: 'file' },
    reading: ({ subject: { batch, role, applications } }) => ({
      kind: 'dossier',
      subjectIds: [...new Set(applications.map(({ applicantId }) => applicantId))],
      role,
      campaignId: batch.campaignId,
      object: `paper ${printedFor(batch.kind)}`,
    }),
    handle: async ({ subject: { batch, applications }, caller, response }, services) => {
      if (batch.kind === postingTableName) await sendTable(services, response, { batch, applications });
      else if (batch.form === 'zip') await sendFiles(services, response, { batch, caller });
      else await sendBound(services, response, { batch, caller });
    },
  }),
];

/** A batch with what its maker may still print of it, and as what. @throws Problem `not_found` where that is nothing */
async function withReader(services: Services, caller: Caller, batch: PaperBatch) {
  const applications: Application[] = [];
  let role: Role | undefined;
  for (const id of batch.applicationIds) {
    const found = await printableApplication(services, caller, { id, name: printedFor(batch.kind) }).catch(() => null);
    if (found === null) continue;
    applications.push(found.application);
    role ??= found.roles[0];
  }
  if (role === undefined)
    throw new Problem('not_found', {
      zh: '这批申报您已无权打印。',
      en: 'You may not print these applications any more.',
    });
  return { batch, applications, role };
}

/** The campaign of a batch. @throws Problem `body_invalid` for what one file cannot hold */
function requireOneBatch(
  applications: readonly Application[],
  { kind, form: wanted, copies }: Pick<PaperBatch, 'kind' | 'form' | 'copies'>,
): string {
  const [first] = applications;
  const campaignId = first?.campaignId ?? '';
  if (applications.some((one) => one.campaignId !== campaignId))
    throw invalid('一批只能是同一年度评审的申报。', 'A batch holds applications of one campaign.');
  if (applications.length > mostInBatch[wanted])
    throw invalid(
      `合为一个 PDF 至多${mostInBatch[wanted]}份，更多请选 ZIP。`,
      `One PDF holds at most ${mostInBatch[wanted]} papers; please take a ZIP for more.`,
    );
  if (wanted === 'zip' && copies > 1) throw invalid('ZIP 中每份只有一个文件。', 'A ZIP holds each paper once.');
  if (kind !== postingTableName) return campaignId;
  if (wanted !== 'pdf' || copies > 1 || applications.some(({ unitId }) => unitId !== first?.unitId))
    throw invalid('多人公示表只能是同一单位的，合为一个 PDF。', 'The table of several persons is one PDF of one unit.');
  return campaignId;
}

const invalid = (zh: string, en: string) => new Problem('body_invalid', { zh, en }, { field: 'applicationIds' });

const titleOf = (kind: string) => (isPaperKind(kind) ? paperKinds[kind].zh : postingTable.zh);
const named = ({ kind, campaignId, applicationIds }: PaperBatch) =>
  `${campaignId} ${titleOf(kind)}（${applicationIds.length}份）`;

async function sendTable(
  services: Services,
  response: Response,
  { batch, applications }: { readonly batch: PaperBatch; readonly applications: readonly Application[] },
): Promise<void> {
  const { id, campaignId, applicationIds } = batch;
  await sendPaper(services, response, {
    kind: postingTableName,
    paper: await postingTableOf(services, campaignId, applications),
    of: { applicationId: null, campaignId, subjectId: id },
    standard: 'a-2a',
    signed: null,
    fileName: `${campaignId} ${postingTable.zh}`,
    inline: false,
  });
  await noteDone(services.db, { id, done: applicationIds.length });
}

interface Sending {
  readonly batch: PaperBatch;
  readonly caller: Caller;
}

async function sendFiles(services: Services, response: Response, { batch, caller }: Sending): Promise<void> {
  const entries = batchEntries(services, caller, batch);
  await sendZip(response, { fileName: `${named(batch)}.zip`, at: batch.madeAt, entries });
}

/** @throws Problem `paper_not_ready` where none of them can be printed, or some cannot: a bound file cannot say so */
async function sendBound(services: Services, response: Response, { batch, caller }: Sending): Promise<void> {
  const papers: Buffer[] = [];
  for await (const { name, content } of batchEntries(services, caller, batch)) {
    if (!name.endsWith('.pdf')) {
      const missing = content.toString().replace('\uFEFF', '').trim().replaceAll('\r\n', '；');
      throw new Problem('paper_not_ready', {
        zh: `有文书不能打印：${missing}`,
        en: `Some of the papers cannot be printed: ${missing}`,
      });
    }
    papers.push(content);
  }
  const bound = await bindInThread(papers, batch.copies);
  response
    .attachment(`${named(batch)}.pdf`)
    .type('application/pdf')
    .set('Cache-Control', 'private, no-store')
    .end(bound);
}
