import { Router } from 'express';
import { wakeMail } from '../../engine/wakeMail.js';
import { panelsOf } from '../../records/defense/defensePanels.js';
import { changePlan, insertPlan } from '../../records/defense/defensePlans.js';
import { lockSession } from '../../records/defense/defenseSessions.js';
import { slotsIn } from '../../records/defense/defenseSlots.js';
import { waitingForDefense } from '../../records/defense/defenseWaiting.js';
import { sessionSnapshotOf } from '../../records/defense/sessionSnapshot.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { scorersOf } from '../../rules/defense/panel.js';
import { type DefensePlan, endOf, slotsOf } from '../../rules/defense/plan.js';
import { type PlanCircumstances, planProblems } from '../../rules/defense/planProblems.js';
import { decideSession, isAnnounced } from '../../rules/defense/sessionLaw.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { problemBody, problemOf } from '../http/problem.js';
import { callOff } from './callOff.js';
import { inDefense, planCircumstances, recusalFacts } from './circumstances.js';
import { notifyPanel } from './notifyPanel.js';
import { DefenseCheckBody, DefensePlanBody } from './planBody.js';
import { savePlan } from './savePlan.js';
import { getSession, noSuchSession } from './sessionOf.js';

// What those are told whom a change concerns.
const changed = '答辩场次有变动。';
const leftOut = '答辩场次有变动，您不在变动后的场次中。';

/** `/api/campaigns/{id}/defense`: who waits, and plans; a plan is looked at as often as the office likes, then saved. */
export function planRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router({ mergeParams: true });

  router.get<'/waiting', { id: string }>('/waiting', async (request, response) => {
    const { id: campaignId } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'chair'], campaignId);
    const waiting = await waitingForDefense(db.pool, { campaignId, statuses: inDefense, except: null });
    sendCacheable(request, response, { items: waiting.map(({ applicantId: _, ...shown }) => shown) });
  });

  router.post<'/check', { id: string }>('/check', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office'], campaign.id);
    const { sessionId, ...plan } = DefenseCheckBody.parse(request.body);
    const except = sessionId === undefined ? null : (await getSession(db, campaign.id, sessionId)).id;
    const planned = { campaign, plan, except };
    const at = await planCircumstances(db.pool, planned, await recusalFacts(db, planned, await clock()));
    response.json(checked(plan, at));
  });

  router.post<'/sessions', { id: string }>('/sessions', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaign.id);
    const plan = DefensePlanBody.parse(request.body);
    const at = await clock();
    const id = await savePlan(deps, { campaign, plan, except: null }, async (statements, { criteria }) => {
      return await insertPlan(statements, { campaignId: campaign.id, plan, criteria, by: caller.personId, at });
    });
    response.status(201).json({ id });
  });

  router.put<'/sessions/:sessionId', { id: string; sessionId: string }>(
    '/sessions/:sessionId',
    async (request, response) => {
      const caller = callerOf(response);
      const campaign = await getCampaign(db, request.params.id);
      requireRole(caller, ['office'], campaign.id);
      const session = await getSession(db, campaign.id, request.params.sessionId);
      const { id } = session;
      const plan = DefensePlanBody.parse(request.body);
      const before = await slotsIn(db, [id]);
      const panel = (await panelsOf(db, [id])).map(({ expertId }) => expertId);
      await savePlan(deps, { campaign, plan, except: id }, async (statements, { criteria }) => {
        const present = await lockSession(statements, id);
        if (!present) throw noSuchSession();
        const next = decideSession(await sessionSnapshotOf(statements, present), 'change');
        if (typeof next !== 'string') throw problemOf(next);
        await changePlan(statements, { id, plan, state: next, criteria });
        if (isAnnounced(present.state)) {
          await notifyPanel(statements, { session: present, panel, plan, reason: changed, at: await clock() });
        }
      });
      // Whoever is no longer in it would otherwise come to a time that is not theirs.
      for (const slot of before.filter(({ applicationId }) => !plan.applications.includes(applicationId))) {
        const problem = await callOff(deps, { caller, session, slot, reason: leftOut });
        if (problem) throw problem;
      }
      wakeMail(deps);
      response.json({ id });
    },
  );
  return router;
}

/** What would become of a plan: everybody's time, who scores whom, and everything that is wrong with it. */
function checked(plan: DefensePlan, at: PlanCircumstances) {
  return {
    endsAt: isoInBeijing(endOf(plan)),
    slots: slotsOf(plan).map(({ applicationId, ordinal, startsAt, endsAt }) => {
      const recused = at.recused.get(applicationId) ?? new Set<string>();
      return {
        applicationId,
        ordinal,
        startsAt: isoInBeijing(startsAt),
        endsAt: isoInBeijing(endsAt),
        scorers: scorersOf(plan.panel, recused).length,
        recused: plan.panel.filter((id) => recused.has(id)).map((id) => at.candidates.get(id)?.name ?? ''),
      };
    }),
    problems: planProblems(plan, at).map((problem) => problemBody(problemOf(problem))),
  };
}
