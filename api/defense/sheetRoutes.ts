import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { lockSession } from '../../records/defense/defenseSessions.js';
import { lockSlot } from '../../records/defense/defenseSlots.js';
import { keepSheet, sheetsIn } from '../../records/defense/scoreSheets.js';
import { inTransaction } from '../../records/inTransaction.js';
import { type Points, pointsProblem, sheetTotal } from '../../rules/defense/sheet.js';
import { type Caller, callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { problemOf } from '../http/problem.js';
import { type OwnTurn, ownSessions, ownSheetView, ownTurn, whyNot } from './ownSheets.js';
import { noSuchSession } from './sessionOf.js';
import { sessionLine } from './sessionView.js';
import { actOnSlot } from './slotActs.js';

/** What an expert gives, by criterion, in hundredths of a point. */
export const SheetBody = z.strictObject({ points: z.record(z.string().max(64), z.int().min(0).max(10_000)) });
type At = { sessionId: string; applicationId: string };

/** `GET /api/me/defense`: the sessions whose panel the caller is in, the candidates they score, and their own sheets. */
export function ownDefenseRoute({ db, clock }: Pick<Deps, 'db' | 'clock'>): RequestHandler {
  return async (request, response) => {
    const sessions = await ownSessions(db, callerOf(response));
    const at = await clock();
    const items = sessions.map(({ expertId, campaign, now }) => ({
      ...sessionLine(now, campaign),
      leader: now.panel.some((member) => member.expertId === expertId && member.leader),
      slots: now.slots.map((one) => ownSheetView({ expertId, campaign, now, one }, at)),
    }));
    sendCacheable(request, response, { items });
  };
}

/** `/api/defense/sessions/{sessionId}/sheets/{applicationId}`: the caller's own sheet; nobody reads or writes another's. */
export function sheetRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get<'/sessions/:sessionId/sheets/:applicationId', At>(
    '/sessions/:sessionId/sheets/:applicationId',
    async (request, response) => {
      const turn = await mayKnow(callerOf(response), request.params);
      sendCacheable(request, response, await whole(turn));
    },
  );

  router.put<'/sessions/:sessionId/sheets/:applicationId', At>(
    '/sessions/:sessionId/sheets/:applicationId',
    async (request, response) => {
      const turn = await mayKnow(callerOf(response), request.params);
      const { points } = SheetBody.parse(request.body);
      const problem = pointsProblem(points, turn.now.session.criteria);
      if (problem) throw problemOf(problem);
      await keep(turn, points, null);
      response.json(await whole(await ownTurn(db, callerOf(response), request.params)));
    },
  );

  router.post<'/sessions/:sessionId/sheets/:applicationId/submit', At>(
    '/sessions/:sessionId/sheets/:applicationId/submit',
    async (request, response) => {
      const caller = callerOf(response);
      const turn = await mayKnow(caller, request.params);
      const { points } = SheetBody.parse(request.body);
      if (!receivedPapers(turn, points)) {
        const total = sheetTotal(points, turn.now.session.criteria);
        if (typeof total !== 'number') throw problemOf(total);
        await keep(turn, points, total);
      }
      await scoreIfLast(caller, await ownTurn(db, caller, request.params));
      response.json(await whole(await ownTurn(db, caller, request.params)));
    },
  );
  return router;

  /** @throws Problem: of a candidate they are recused from a member learns nothing but that */
  async function mayKnow(caller: Caller, at: At): Promise<OwnTurn> {
    const turn = await ownTurn(db, caller, at);
    if (turn.one.recused.has(turn.expertId)) {
      const refusal = whyNot(turn, await clock());
      throw refusal ? problemOf(refusal) : noSuchSession();
    }
    return turn;
  }

  async function whole(turn: OwnTurn) {
    const { now, campaign } = turn;
    return {
      session: sessionLine(now, campaign),
      criteria: now.session.criteria,
      ...ownSheetView(turn, await clock()),
    };
  }

  /** Writes a sheet under the lock of its candidate's turn, so that two tabs of one expert do not both hand one in. */
  async function keep(turn: OwnTurn, points: Points, total: number | null): Promise<void> {
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

  /** With the last sheet the application moves on by itself; what keeps it from that is for the office to see. */
  async function scoreIfLast(caller: Caller, { now, one }: OwnTurn): Promise<void> {
    if (one.missing.length > 0 || one.slot.outcome !== null) return;
    await actOnSlot(deps, 'score', { caller, now, one }).catch((error: unknown) => {
      deps.logger.warn({ err: error, session: now.session.id }, 'scores wait for the office');
    });
  }
}

/** Whether exactly these points have been handed in already: the answer was lost, and the expert asks again. */
function receivedPapers({ expertId, one }: OwnTurn, points: Points): boolean {
  const own = one.sheets.find((sheet) => sheet.expertId === expertId);
  if (!own?.submittedAt) return false;
  const codes = new Set([...Object.keys(own.points), ...Object.keys(points)]);
  return [...codes].every((code) => own.points[code] === points[code]);
}
