import { z } from 'zod';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { eachMove } from '../../records/dayClose/bankMoves.js';
import { closeDay, closesOf, findClose, previewClose } from '../../records/dayClose/dayCloses.js';
import { paymentChannels } from '../../rules/application/paymentChannels.js';
import { isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { codesOf } from '../../rules/codesOf.js';
import { dayCloseProblem, paymentWays } from '../../rules/dayClose/dayClose.js';
import { type DayClose, daySums, statementDifference, sumOfMoves } from '../../rules/dayClose/daySummary.js';
import { postingKinds } from '../../rules/fees/postings.js';
import { type FeePaperName, feePaperKinds, feePaperReaders } from '../../rules/papers/feePaperKinds.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { sendSheet } from '../exports/fileOf.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { localDate, paragraph } from '../http/text.js';
import { at } from '../openapi/parts.js';
import { sendPaper } from '../papers/sendPaper.js';
import type { Services } from '../services.js';
import { makeFeeReport } from './makeFeeReport.js';
import { moveSheet } from './moveSheet.js';

const fen = z.int().meta({ description: '分' });
const closing = {
  day: z.iso.date(),
  previousDay: z.iso.date().nullable().meta({ description: '上次日结的日期' }),
  closedAt: at.nullable(),
  closedByName: z.string().nullable(),
  remark: z.string().nullable(),
  ledgerBalance: fen.meta({ description: '账面余额（本年度评审），分' }),
  statement: z.object({
    received: fen,
    spent: fen,
    balance: fen.nullable(),
    openCount: z.int().meta({ description: '未确认的收入笔数' }),
    openAmount: fen,
  }),
};
const ClosesAnswer = z.object({ items: z.array(z.object(closing)), next: z.null() });
const DayCloseAnswer = z
  .object({
    ...closing,
    total: fen,
    count: z.int(),
    difference: fen.meta({ description: '账面净收减对账单净收，分' }),
    sums: z.array(
      z.object({
        kind: z.enum(codesOf(postingKinds)),
        channel: z.enum(paymentChannels).nullable(),
        way: z.enum(codesOf(paymentWays)).nullable(),
        count: z.int(),
        amount: fen,
      }),
    ),
  })
  .meta({ id: 'DayClose' });

const tag = '日结';
const path = '/api/campaigns/{id}/day-closes';
const roles = feePaperReaders;

/** Closing days: what a day holds beside the bank's statement, and reports of a day and of a campaign. */
export const dayCloseRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '已日结的各日',
    roles,
    subject: campaignInPath,
    answers: { 200: ClosesAnswer },
    handle: async ({ subject: { id } }, { db }) => ({ items: (await closesOf(db, id)).map(headView), next: null }),
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{day}`,
    tag,
    summary: '某日的收付汇总与对账；未日结的，为现在日结会有的内容',
    roles,
    subject: campaignInPath,
    answers: { 200: DayCloseAnswer },
    handle: async ({ subject: { id: campaignId }, params }, { db, clock }) => {
      const day = dayOf(params.day);
      const closed = await findClose(db, campaignId, { day });
      return view(closed ?? (await previewClose(db, { campaignId, day, now: await clock() })));
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '日结：此后登记或更正的款项计入下一次',
    roles: ['finance'],
    subject: campaignInPath,
    body: z.strictObject({ day: localDate, remark: paragraph(500).optional() }),
    answers: { 201: DayCloseAnswer },
    handle: async ({ subject: { id: campaignId, policy }, body: { day, remark = null }, caller }, { db, clock }) => {
      const now = await clock();
      const today = localDateOf(now);
      const done = await closeDay(db, { campaignId, day, now, by: caller.personId, remark }, (last) =>
        dayCloseProblem({ day, today, last }, policy.fees.clause),
      );
      if ('refused' in done) throw problemOf(done.refused);
      return view(await getClose(db, campaignId, day));
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{day}/report/{format}`,
    tag,
    summary: '收款日结单（pdf 或 xlsx）',
    roles,
    subject: campaignInPath,
    query: z.strictObject({ inline: z.stringbool().default(false) }),
    answers: { 200: 'file' },
    handle: async ({ subject: campaign, params, query: { inline }, response }, services) => {
      const close = await getClose(services.db, campaign.id, dayOf(params.day));
      const fileName = `${feePaperKinds.day_report.zh} ${close.day}`;
      if (isPdf(params.format))
        return await sendReport(services, response, {
          campaign,
          kind: 'day_report',
          subjectId: close.id,
          fileName,
          inline,
        });
      const moves = close.moves.map((move) => ({ ...move, closedDay: close.day }));
      await sendSheet(response, 'xlsx', moveSheet(feePaperKinds.day_report.zh, moves), fileName);
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/fee-report/{format}',
    tag,
    summary: '年度收费报表（pdf），或全部收付明细（xlsx）',
    roles,
    subject: campaignInPath,
    query: z.strictObject({ inline: z.stringbool().default(false) }),
    answers: { 200: 'file' },
    handle: async ({ subject: campaign, params, query: { inline }, response }, services) => {
      const fileName = `${feePaperKinds.fee_report.zh} ${localDateOf(await services.clock())}`;
      if (isPdf(params.format))
        return await sendReport(services, response, {
          campaign,
          kind: 'fee_report',
          subjectId: null,
          fileName,
          inline,
        });
      await sendSheet(response, 'xlsx', moveSheet('收付明细', eachMove(services.db, campaign.id)), fileName);
    },
  }),
];

/** @throws Problem `not_found` */
async function getClose(db: Services['db'], campaignId: string, day: string): Promise<DayClose> {
  const close = await findClose(db, campaignId, { day });
  if (!close) throw new Problem('not_found', { zh: '这一天还没有日结。', en: 'That day is not closed.' });
  return close;
}

/** @throws Problem `not_found` */
function dayOf(text: string): string {
  const day = localDate.safeParse(text).data;
  if (day === undefined) throw new Problem('not_found', { zh: '没有这一天。', en: 'There is no such day.' });
  return day;
}

/** @throws Problem `not_found` */
function isPdf(format: string): boolean {
  if (format === 'pdf' || format === 'xlsx') return format === 'pdf';
  throw new Problem('not_found', { zh: '没有这种格式。', en: 'There is no such format.' });
}

interface Report {
  readonly campaign: Campaign;
  readonly kind: FeePaperName;
  readonly subjectId: string | null;
  readonly fileName: string;
  readonly inline: boolean;
}

async function sendReport(
  services: Services,
  response: Parameters<typeof sendPaper>[1],
  { campaign, kind, subjectId, fileName, inline }: Report,
): Promise<void> {
  const paper = await makeFeeReport(services, campaign, { kind, subjectId });
  if (paper === null) throw new Problem('not_found', { zh: '这一天还没有日结。', en: 'That day is not closed.' });
  await sendPaper(services, response, {
    kind,
    paper,
    of: { applicationId: null, campaignId: campaign.id, subjectId },
    fileName,
    standard: 'a-2a',
    inline,
    signed: null,
  });
}

const headView = ({ id: _, closedAt, ...close }: Omit<DayClose, 'moves'>) => ({
  ...close,
  closedAt: closedAt === null ? null : isoInBeijing(closedAt),
});

function view({ moves, ...close }: DayClose) {
  return {
    ...headView(close),
    total: sumOfMoves(moves),
    count: moves.length,
    difference: statementDifference({ moves, statement: close.statement }),
    sums: daySums(moves),
  };
}
