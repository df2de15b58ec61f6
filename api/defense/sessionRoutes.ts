import { Router } from 'express';
import { type DefenseSession, findSession, sessionsOfCampaign } from '../../records/defense/defenseSessions.js';
import { sessionSnapshotOf } from '../../records/defense/sessionSnapshot.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { decideSession } from '../../rules/defense/sessionLaw.js';
import { slotEvents } from '../../rules/defense/slotLaw.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem, problemOf } from '../http/problem.js';
import { cancelSession } from './cancelSession.js';
import { moveSession } from './moveSession.js';
import { DefenseCancelBody, DefenseMoveBody, DefenseTurnBody } from './planBody.js';
import { type NotifyResult, publishSession } from './publishSession.js';
import { getSession, noSuchSession } from './sessionOf.js';
import { sessionsNow } from './sessionSnapshot.js';
import { sessionView } from './sessionView.js';
import { actOnSlot } from './slotActs.js';

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
    sendCacheable(request, response, { items: sessions.map((now) => sessionView(now, campaign, at)) });
  });

  router.get<'/:sessionId', At>('/:sessionId', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'chair'], campaign.id);
    const now = await nowOf(await getSession(db, campaign.id, request.params.sessionId));
    sendCacheable(request, response, sessionView(now, campaign, await clock()));
  });

  // The same list as a table, so that it is also a file.
  router.get<'/:sessionId/order', At>('/:sessionId/order', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'chair'], campaign.id);
    const { session, slots } = await nowOf(await getSession(db, campaign.id, request.params.sessionId));
    const items = slots.map(
      ({ slot: { ordinal, startsAt, applicantName, unitName, level, outcome, applicationId } }) => ({
        ordinal,
        startsAt: isoInBeijing(startsAt),
        room: session.room,
        applicantName,
        unitName,
        level,
        outcome,
        applicationId,
      }),
    );
    sendCacheable(request, response, { items });
  });

  router.post<'/:sessionId/publish', At>('/:sessionId/publish', async (request, response) => {
    const caller = callerOf(response);
    const session = await ofOffice(request.params, response);
    const next = decideSession(await sessionSnapshotOf(db.pool, session), 'publish');
    if (typeof next !== 'string') throw problemOf(next);
    const items = await publishSession(deps, { session, next, caller });
    response.json({ id: session.id, state: next, items });
  });

  router.post<'/:sessionId/move', At>('/:sessionId/move', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    const now = await nowOf(await ofOffice(request.params, response));
    const { startsAt, room, reason } = DefenseMoveBody.parse(request.body);
    const items = await moveSession(deps, { campaign, now, caller, to: { at: startsAt, room }, reason });
    response.json(await acted(now.session.id, items));
  });

  router.post<'/:sessionId/cancel', At>('/:sessionId/cancel', async (request, response) => {
    const caller = callerOf(response);
    const { id } = await ofOffice(request.params, response);
    const { reason } = DefenseCancelBody.parse(request.body);
    const items = await cancelSession(deps, { id, caller, reason });
    response.json(await acted(id, items));
  });

  router.post<'/:sessionId/applications/:applicationId/:event', At & { applicationId: string; event: string }>(
    '/:sessionId/applications/:applicationId/:event',
    async (request, response) => {
      const { applicationId } = request.params;
      const caller = callerOf(response);
      const now = await nowOf(await ofOffice(request.params, response));
      const { reason } = DefenseTurnBody.parse(request.body ?? {});
      const event = slotEvents.find((known) => known === request.params.event);
      const one = now.slots.find(({ slot }) => slot.applicationId === applicationId);
      if (!event || !one)
        throw new Problem('not_found', { zh: '这场答辩没有这名答辩人。', en: 'This candidate is not in the session.' });
      await actOnSlot(deps, event, { caller, now, one, reason });
      response.json({ id: now.session.id, applicationId });
    },
  );
  return router;

  async function ofOffice({ id, sessionId }: At, response: Parameters<typeof callerOf>[0]): Promise<DefenseSession> {
    const campaign = await getCampaign(db, id);
    requireRole(callerOf(response), ['office'], campaign.id);
    return await getSession(db, campaign.id, sessionId);
  }

  /** What an act on a whole session is answered with: where it stands now, and who was told. */
  async function acted(id: string, items: readonly NotifyResult[]) {
    const state = (await findSession(db, id))?.state;
    return { id, state, items };
  }

  async function nowOf(session: DefenseSession) {
    const [now] = await sessionsNow(db, [session]);
    if (!now) throw noSuchSession();
    return now;
  }
}
