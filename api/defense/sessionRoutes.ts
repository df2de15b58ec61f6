import { Router } from 'express';
import { hasBegun } from '../../records/defenseBegun.js';
import { type DefenseSession, lockSession, moveSession, sessionsOfCampaign } from '../../records/defenseSessions.js';
import { settleAll } from '../../records/defenseSlots.js';
import { inTransaction } from '../../records/inTransaction.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { decideSession, type SessionEvent, type SessionState } from '../../rules/defense/sessionLaw.js';
import { slotEvents } from '../../rules/defense/slotLaw.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendFresh } from '../fresh.js';
import { Problem, problemOf } from '../problem.js';
import { DefenseCancelBody } from './planBody.js';
import { publishSession } from './publishSession.js';
import { getSession, noSuchSession } from './sessionOf.js';
import { sessionView } from './sessionView.js';
import { actOnSlot } from './slotActs.js';
import { sessionsNow } from './standing.js';

type At = { id: string; sessionId: string };

/** `/api/campaigns/{id}/defense/sessions`: office, supervisor and chair read; the office publishes and keeps the room. */
export function sessionRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router({ mergeParams: true });

  router.get<'/', { id: string }>('/', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'chair'], campaign.id);
    const sessions = await sessionsNow(db, await sessionsOfCampaign(db, campaign.id));
    const at = await clock();
    sendFresh(request, response, { items: sessions.map((now) => sessionView(now, campaign, at)) });
  });

  router.get<'/:sessionId', At>('/:sessionId', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'chair'], campaign.id);
    const now = await nowOf(await getSession(db, campaign.id, request.params.sessionId));
    sendFresh(request, response, sessionView(now, campaign, await clock()));
  });

  // The same list as a table, so that it is also a file.
  router.get<'/:sessionId/order', At>('/:sessionId/order', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'chair'], campaign.id);
    const { session, slots } = await nowOf(await getSession(db, campaign.id, request.params.sessionId));
    const items = slots.map(
      ({ slot: { ordinal, startsAt, applicantName, unitName, level, outcome, applicationId } }) => ({
        ...{ ordinal, startsAt: isoInBeijing(startsAt), room: session.room, applicantName, unitName, level, outcome },
        applicationId,
      }),
    );
    sendFresh(request, response, { items });
  });

  router.post<'/:sessionId/publish', At>('/:sessionId/publish', async (request, response) => {
    const caller = callerOf(response);
    const session = await ofOffice(request.params, response);
    const next = decided(session.state, 'publish', false);
    const items = await publishSession(deps, { session, next, caller });
    response.json({ id: session.id, state: next, items });
  });

  router.post<'/:sessionId/cancel', At>('/:sessionId/cancel', async (request, response) => {
    const { id } = await ofOffice(request.params, response);
    const { reason } = DefenseCancelBody.parse(request.body);
    const state = await inTransaction(db, async (statements) => {
      const present = await lockSession(statements, id);
      if (!present) throw noSuchSession();
      const next = decided(present.state, 'cancel', await hasBegun(statements, id));
      await settleAll(statements, id, 'cancelled');
      await moveSession(statements, { id, state: next, reason });
      return next;
    });
    response.json({ id, state });
  });

  router.post<'/:sessionId/applications/:applicationId/:event', At & { applicationId: string; event: string }>(
    '/:sessionId/applications/:applicationId/:event',
    async (request, response) => {
      const { applicationId } = request.params;
      const caller = callerOf(response);
      const now = await nowOf(await ofOffice(request.params, response));
      const event = slotEvents.find((known) => known === request.params.event);
      const one = now.slots.find(({ slot }) => slot.applicationId === applicationId);
      if (!event || !one) throw new Problem('not_found', '这场答辩没有这名答辩人。');
      await actOnSlot(deps, event, { caller, now, one });
      response.json({ id: now.session.id, applicationId });
    },
  );
  return router;

  async function ofOffice({ id, sessionId }: At, response: Parameters<typeof callerOf>[0]): Promise<DefenseSession> {
    const campaign = await getCampaign(db, id);
    requireRole(callerOf(response), ['office'], campaign.id);
    return await getSession(db, campaign.id, sessionId);
  }

  async function nowOf(session: DefenseSession) {
    const [now] = await sessionsNow(db, [session]);
    if (!now) throw noSuchSession();
    return now;
  }
}

/** Where an event leads. @throws Problem with the refusal */
function decided(state: SessionState, event: SessionEvent, begun: boolean): SessionState {
  const next = decideSession(state, event, begun);
  if (typeof next !== 'string') throw problemOf(next);
  return next;
}
