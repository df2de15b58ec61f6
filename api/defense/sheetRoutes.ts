import { z } from 'zod';
import { lockSession } from '../../records/defense/defenseSessions.js';
import { lockSlot } from '../../records/defense/defenseSlots.js';
import { keepSheet, sheetsIn } from '../../records/defense/scoreSheets.js';
import { inTransaction } from '../../records/inTransaction.js';
import { type Points, pointsProblem, sheetTotal } from '../../rules/defense/sheet.js';
import { ownScoreSheet, ownScoreSheetName } from '../../rules/papers/ownScoreSheet.js';
import type { Caller } from '../accounts/caller.js';
import { defineRoute } from '../http/defineRoute.js';
import { problemOf } from '../http/problem.js';
import { ownScoreSheetOf } from '../papers/ownScoreSheet.js';
import { sendPaper } from '../papers/sendPaper.js';
import type { Services } from '../services.js';
import { OwnDefenseAnswer, ScoreSheetAnswer } from './answers.js';
import { type OwnTurn, ownSessions, ownSheetView, ownTurn, whyNot } from './ownSheets.js';
import { noSuchSession } from './sessionOf.js';
import { sessionLine } from './sessionView.js';
import { actOnSlot } from './slotActs.js';

/** Points by criterion, in hundredths. */
const SheetBody = z.strictObject({ points: z.record(z.string().max(64), z.int().min(0).max(10_000)) });
const tag = '答辩';
const path = '/api/defense/sessions/{sessionId}/sheets/{applicationId}';

/** The sessions whose panel the caller is in, the candidates they score, and their own sheets; nobody sees another's. */
export const sheetRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/me/defense',
    tag,
    summary: '本人参加的答辩场次与评分表；应回避的不在其中',
    roles: 'signed in',
    answers: { 200: OwnDefenseAnswer, 304: null },
    handle: async ({ caller }, { db, clock }) => {
      const sessions = await ownSessions(db, caller);
      const at = await clock();
      const items = sessions.map(({ expertId, campaign, now }) => ({
        ...sessionLine(now, campaign),
        leader: now.panel.some((member) => member.expertId === expertId && member.leader),
        slots: now.slots.map((one) => ownSheetView({ expertId, campaign, now, one }, at)),
      }));
      return { items };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/me/defense/{sessionId}/score-sheet',
    tag,
    summary: '打印本人在一个场次的评分表（PDF）：只有本人已提交的分数',
    roles: 'signed in',
    subject: ownSessionInPath,
    query: z.strictObject({ inline: z.stringbool().default(false) }),
    answers: { 200: 'file' },
    handle: async ({ subject: { campaign, now, expertId }, query: { inline }, response }, services) => {
      await sendPaper(services, response, {
        kind: ownScoreSheetName,
        paper: ownScoreSheetOf(campaign, now, expertId),
        of: { applicationId: null, campaignId: campaign.id, subjectId: now.session.id },
        fileName: `${campaign.id} ${ownScoreSheet.zh}`,
        standard: 'a-2a',
        inline,
        signed: null,
      });
    },
  }),
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '本人的评分表',
    roles: 'signed in',
    subject: turnInPath,
    answers: { 200: ScoreSheetAnswer, 304: null },
    handle: ({ subject: turn }, services) => whole(services, turn),
  }),
  defineRoute({
    method: 'put',
    path,
    tag,
    summary: '保存草稿',
    roles: 'signed in',
    subject: turnInPath,
    body: SheetBody,
    answers: { 200: ScoreSheetAnswer },
    handle: async ({ subject: turn, body: { points }, params, caller }, services) => {
      const problem = pointsProblem(points, turn.now.session.criteria, turn.campaign.policy);
      if (problem) throw problemOf(problem);
      await keep(services, turn, points, null);
      return await whole(services, await ownTurn(services.db, caller, params));
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/submit`,
    tag,
    summary: '提交评分表，不能再改；最后一份提交后申报转入评审会',
    roles: 'signed in',
    subject: turnInPath,
    body: SheetBody,
    answers: { 200: ScoreSheetAnswer },
    handle: async ({ subject: turn, body: { points }, params, caller }, services) => {
      if (!alreadySubmitted(turn, points)) {
        const total = sheetTotal(points, turn.now.session.criteria, turn.campaign.policy);
        if (typeof total !== 'number') throw problemOf(total);
        await keep(services, turn, points, total);
      }
      await scoreIfLast(services, caller, await ownTurn(services.db, caller, params));
      return await whole(services, await ownTurn(services.db, caller, params));
    },
  }),
];

/** A session whose panel the caller is in. @throws Problem `not_found` */
async function ownSessionInPath(
  { params, caller }: { readonly params: { readonly sessionId: string }; readonly caller: Caller },
  { db }: Pick<Services, 'db'>,
) {
  const own = (await ownSessions(db, caller)).find(({ now }) => now.session.id === params.sessionId);
  if (!own) throw noSuchSession();
  return own;
}

interface SheetArrival {
  readonly params: { readonly sessionId: string; readonly applicationId: string };
  readonly caller: Caller;
}

/** The caller's turn with a candidate. @throws Problem: about a candidate they are recused from it says nothing else */
async function turnInPath(
  { params, caller }: SheetArrival,
  { db, clock }: Pick<Services, 'db' | 'clock'>,
): Promise<OwnTurn> {
  const turn = await ownTurn(db, caller, params);
  if (turn.one.recused.has(turn.expertId)) {
    const refusal = whyNot(turn, await clock());
    throw refusal ? problemOf(refusal) : noSuchSession();
  }
  return turn;
}

async function whole({ clock }: Pick<Services, 'clock'>, turn: OwnTurn) {
  const { now, campaign } = turn;
  return {
    session: sessionLine(now, campaign),
    criteria: now.session.criteria,
    ...ownSheetView(turn, await clock()),
  };
}

/** Writes a sheet under the lock of its candidate's turn, so that two tabs of one expert do not both submit one. */
async function keep(
  { db, clock }: Pick<Services, 'db' | 'clock'>,
  turn: OwnTurn,
  points: Points,
  total: number | null,
): Promise<void> {
  const { expertId, now, one } = turn;
  const { applicationId } = one.slot;
  const sessionId = now.session.id;
  await inTransaction(db, async (statements) => {
    // A session that is being called off takes no sheet any more, and one with a sheet is not called off.
    const session = await lockSession(statements, sessionId);
    const outcome = await lockSlot(statements, { sessionId, applicationId });
    if (outcome === undefined || !session) throw noSuchSession();
    const sheets = (await sheetsIn(statements, [sessionId])).filter((sheet) => sheet.applicationId === applicationId);
    const at = await clock();
    const snapshot = { ...now, session };
    const refusal = whyNot({ ...turn, now: snapshot, one: { ...one, slot: { ...one.slot, outcome }, sheets } }, at);
    if (refusal) throw problemOf(refusal);
    const final = total === null ? null : { total, at };
    await keepSheet(statements, { sessionId, applicationId, expertId, points, final });
  });
}

/** With the last sheet the application moves on by itself; the office sees what keeps it from that. */
async function scoreIfLast(deps: Services, caller: Caller, { campaign, now, one }: OwnTurn): Promise<void> {
  if (one.missing.length > 0 || one.slot.outcome !== null) return;
  await actOnSlot(deps, 'score', { campaign, caller, now, one }).catch((error: unknown) => {
    deps.logger.warn({ err: error, session: now.session.id }, 'scores wait for the office');
  });
}

/** Whether exactly these points were submitted already: the answer was lost, and the expert sends them again. */
function alreadySubmitted({ expertId, one }: OwnTurn, points: Points): boolean {
  const own = one.sheets.find((sheet) => sheet.expertId === expertId);
  if (!own?.submittedAt) return false;
  const codes = new Set([...Object.keys(own.points), ...Object.keys(points)]);
  return [...codes].every((code) => own.points[code] === points[code]);
}
