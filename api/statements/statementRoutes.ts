import pMap from 'p-map';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { keepLine } from '../../records/statements/decideLine.js';
import { addLines, linesOf } from '../../records/statements/statementLines.js';
import {
  beginStatement,
  findStatement,
  latestStatements,
  type Statement,
} from '../../records/statements/statements.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { keptAs } from '../../rules/statements/keptAs.js';
import type { LineMatch } from '../../rules/statements/matchLines.js';
import type { LineVerdict } from '../../rules/statements/verdicts.js';
import { isUuid } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { channelOf, confirmLine, takenAlready, voucherOf } from './confirmLine.js';
import { judgedLines } from './judgedLines.js';
import {
  Confirmations,
  ConfirmationsAnswer,
  LinesQuery,
  NewStatement,
  SentLines,
  StatementAnswer,
  StatementLineAnswer,
  StatementLinesAnswer,
  StatementsAnswer,
} from './statementBodies.js';

const tag = '对账单';
const path = '/api/campaigns/{id}/statements';
const roles = ['finance'] as const;
const latest = 100;
const atOnce = 4;

/**
 * Statements of the account that fees are paid into: read in the browser, sent in parts, matched with the fees, and confirmed by the act of
 * finance. The same file, and the same line in another file, changes nothing.
 */
export const statementRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '已导入的银行对账单',
    roles,
    subject: campaignInPath,
    answers: { 200: StatementsAnswer },
    handle: async ({ subject: { id } }, { db }) => ({
      items: (await latestStatements(db, id, latest)).map(statementView),
      next: null,
    }),
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '开始导入一份对账单；同一文件再来一次，答复原来那份',
    roles,
    subject: campaignInPath,
    body: NewStatement,
    answers: { 200: StatementAnswer },
    handle: async ({ subject: { id: campaignId }, body, caller }, { db, clock }) => {
      const { id } = await beginStatement(db, { ...body, campaignId, by: caller.personId, at: await clock() });
      return statementView(await getStatement(db, campaignId, id));
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{statementId}/lines`,
    tag,
    summary: '送入若干流水；先前导入过的流水不再计',
    roles,
    subject: statementInPath,
    body: SentLines,
    answers: { 200: StatementAnswer },
    handle: async ({ subject: { campaign, statement }, body: { lines } }, { db }) => {
      if (lines.some(({ row }) => row > statement.lineCount + mostOtherRows)) throw tooMany();
      await addLines(db, { id: statement.id, campaignId: campaign.id }, lines);
      return statementView(await getStatement(db, campaign.id, statement.id));
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/{statementId}/lines`,
    tag,
    summary: '逐笔流水与应收费用的对应',
    roles,
    subject: statementInPath,
    query: LinesQuery,
    answers: { 200: StatementLinesAnswer },
    handle: async ({ subject: { campaign, statement }, query: { verdict, cursor, limit } }, { db }) => {
      const judged = await judgedLines(db, { campaignId: campaign.id, statementId: statement.id });
      const counts: Partial<Record<LineVerdict, number>> = {};
      for (const { match } of judged) counts[match.verdict] = (counts[match.verdict] ?? 0) + 1;
      const shown = judged.filter(
        ({ line, match }) => line.row > cursor && (verdict === undefined || match.verdict === verdict),
      );
      const items = shown.slice(0, limit).map(({ line, match }) => lineView(line, match));
      return { items, next: shown.length > limit ? String(items.at(-1)?.row) : null, counts };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{statementId}/confirm`,
    tag,
    summary: '确认若干流水各为哪一项费用；逐笔答复，不能确认的说明原因',
    roles,
    subject: statementInPath,
    body: Confirmations,
    answers: { 200: ConfirmationsAnswer },
    handle: async ({ subject: { campaign, statement }, body: { items }, caller }, services) => {
      const statementId = statement.id;
      const lines = new Map(
        (
          await linesOf(
            services.db,
            statementId,
            items.map(({ lineId }) => lineId),
          )
        ).map((line) => [line.id, line]),
      );
      const confirmed = await pMap(
        items,
        async (item) => {
          const line = lines.get(item.lineId);
          if (line === undefined)
            return { lineId: item.lineId, outcome: 'refused' as const, code: 'not_found' as const, why: noLine };
          const done = await confirmLine(services, {
            campaign,
            statement,
            line,
            caller,
            decision: { ...item, statementId },
          });
          const problem = done.outcome === 'refused' ? done.problem : null;
          return {
            lineId: item.lineId,
            outcome: done.outcome,
            code: problem?.code ?? null,
            why: problem?.label ?? null,
          };
        },
        { concurrency: atOnce },
      );
      return { items: confirmed };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{statementId}/lines/{lineId}/keep`,
    tag,
    summary: '把不是任何一项费用缴款的流水留作待核款项，记入暂收',
    roles,
    subject: statementInPath,
    answers: { 200: StatementLineAnswer },
    handle: async ({ subject: { campaign, statement }, params: { lineId }, caller }, { db, clock }) => {
      const among = { campaignId: campaign.id, statementId: statement.id };
      const judged = await lineIn(db, among, lineId);
      if (judged === undefined) throw new Problem('not_found', noLine);
      const { line, match } = judged;
      const kept = keptAs(match);
      if (kept === null || line.amount > mostKept) throw new Problem('event_not_allowed', notKept);
      const transactionId = voucherOf(statement, line);
      const { code, fee } = kept;
      const done = await keepLine(db, {
        statementId: statement.id,
        lineId,
        transactionId,
        code,
        channel: channelOf(line),
        reference: fee === null ? transactionId : (fee.code ?? fee.number),
        applicationId: fee?.applicationId ?? null,
        part: fee?.part ?? null,
        by: caller.personId,
        at: await clock(),
      });
      if (!done) throw new Problem('already_done', takenAlready);
      const now = await lineIn(db, among, lineId);
      return lineView(now?.line ?? line, now?.match ?? match);
    },
  }),
];

/** The greatest amount that is kept, in fen. */
const mostKept = 2_147_483_647;
const notKept = {
  zh: '只有不能确认为缴费的收入可以留作待核款项。',
  en: 'Only money that came in and cannot be confirmed as a payment is kept to be matched.',
};

async function lineIn(db: Deps['db'], among: Parameters<typeof judgedLines>[1], lineId: string) {
  return (await judgedLines(db, among)).find(({ line }) => line.id === lineId);
}

/** Titles, totals and empty rows that a file may have beside its lines. */
const mostOtherRows = 10_000;
const noLine = { zh: '对账单里没有这笔流水。', en: 'The statement has no such line.' };

function tooMany(): Problem {
  return new Problem(
    'body_invalid',
    { zh: '行号超出了这份对账单的行数。', en: 'The statement has fewer lines than that.' },
    { field: 'lines' },
  );
}

async function statementInPath(
  { params }: { readonly params: { readonly id: string; readonly statementId: string } },
  deps: Pick<Deps, 'db'>,
): Promise<{ readonly campaign: Campaign; readonly statement: Statement }> {
  const campaign = await campaignInPath({ params }, deps);
  return { campaign, statement: await getStatement(deps.db, campaign.id, params.statementId) };
}

/** @throws Problem `not_found` */
async function getStatement(db: Deps['db'], campaignId: string, id: string): Promise<Statement> {
  const found = isUuid(id) ? await findStatement(db, campaignId, id) : null;
  if (!found) throw new Problem('not_found', { zh: '没有这份对账单。', en: 'There is no such statement.' });
  return found;
}

const statementView = ({ madeAt, ...statement }: Statement) => ({ ...statement, madeAt: isoInBeijing(madeAt) });

function lineView(line: Parameters<typeof viewOf>[0], { verdict, reason, candidates }: LineMatch) {
  return {
    ...viewOf(line),
    verdict,
    reason,
    candidates: candidates.map(({ applicationId, part, number, applicantName, amount, state }) => ({
      applicationId,
      part,
      number,
      applicantName,
      amount,
      due: state === 'due',
    })),
  };
}

function viewOf({ account: _, applicationId: __, part: ___, ...line }: Awaited<ReturnType<typeof linesOf>>[number]) {
  return line;
}
