import { Router } from 'express';
import type { Campaign } from '../../records/campaigns.js';
import { hasBegun } from '../../records/defenseBegun.js';
import { changePlan, insertPlan, lockPlanning } from '../../records/defensePlans.js';
import { type DefenseSession, lockSession } from '../../records/defenseSessions.js';
import { waitingForDefense } from '../../records/defenseWaiting.js';
import { inTransaction } from '../../records/inTransaction.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { scorersOf } from '../../rules/defense/panel.js';
import { type DefensePlan, endOf, slotsOf } from '../../rules/defense/plan.js';
import { type PlanCircumstances, planProblems } from '../../rules/defense/planProblems.js';
import { decideSession } from '../../rules/defense/sessionLaw.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendFresh } from '../fresh.js';
import { Problem, problemBody, problemOf } from '../problem.js';
import { inDefense, planCircumstances, whatIsKnown } from './circumstances.js';
import { DefenseCheckBody, DefensePlanBody } from './planBody.js';
import { getSession } from './sessionOf.js';

/** `/api/campaigns/{id}/defense`: who waits, and plans; a plan is looked at as often as the office likes, then saved. */
export function planRoutes({ db, clock }: Pick<Deps, 'db' | 'clock'>): Router {
  const router = Router({ mergeParams: true });

  router.get<'/waiting', { id: string }>('/waiting', async (request, response) => {
    const { id: campaignId } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'chair'], campaignId);
    const waiting = await waitingForDefense(db.pool, { campaignId, statuses: inDefense, except: null });
    sendFresh(request, response, { items: waiting.map(({ applicantId: _, ...shown }) => shown) });
  });

  router.post<'/check', { id: string }>('/check', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office'], campaign.id);
    const { sessionId, ...plan } = DefenseCheckBody.parse(request.body);
    const except = sessionId === undefined ? null : (await getSession(db, campaign.id, sessionId)).id;
    const planned = { campaign, plan, except };
    const at = await planCircumstances(db.pool, planned, await whatIsKnown(db, planned, await clock()));
    response.json(checked(plan, at));
  });

  router.post<'/sessions', { id: string }>('/sessions', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaign.id);
    const plan = DefensePlanBody.parse(request.body);
    const at = await clock();
    const id = await saving(campaign, plan, null, async (statements, { criteria }) => {
      return await insertPlan(statements, { campaignId: campaign.id, plan, criteria, by: caller.personId, at });
    });
    response.status(201).json({ id });
  });

  router.put<'/sessions/:sessionId', { id: string; sessionId: string }>(
    '/sessions/:sessionId',
    async (request, response) => {
      const campaign = await getCampaign(db, request.params.id);
      requireRole(callerOf(response), ['office'], campaign.id);
      const { id } = await getSession(db, campaign.id, request.params.sessionId);
      const plan = DefensePlanBody.parse(request.body);
      await saving(campaign, plan, id, async (statements, { criteria }) => {
        const present = await lockSession(statements, id);
        const next = present && decideSession(present.state, 'change', await hasBegun(statements, present.id));
        if (next === null) throw new Problem('not_found', '没有这场答辩。');
        if (typeof next !== 'string') throw problemOf(next);
        await changePlan(statements, { id, plan, state: next, criteria });
      });
      response.json({ id });
    },
  );
  return router;

  /** Checks a plan against everything else and saves it, with nobody else saving one meanwhile. */
  async function saving<Answer>(
    campaign: Campaign,
    plan: DefensePlan,
    except: DefenseSession['id'] | null,
    save: (statements: Parameters<typeof lockPlanning>[0], at: PlanCircumstances) => Promise<Answer>,
  ): Promise<Answer> {
    const planned = { campaign, plan, except };
    const known = await whatIsKnown(db, planned, await clock());
    return await inTransaction(db, async (statements) => {
      await lockPlanning(statements);
      const at = await planCircumstances(statements, planned, known);
      const problems = planProblems(plan, at);
      const [first] = problems;
      if (first) {
        const errors = problems.map(({ field, message }) => ({ field: field ?? '', message }));
        throw problemOf(first, { errors });
      }
      return await save(statements, at);
    });
  }
}

/** What would become of a plan: everybody's time, who scores whom, and everything that is wrong with it. */
function checked(plan: DefensePlan, at: PlanCircumstances) {
  return {
    endsAt: isoInBeijing(endOf(plan)),
    slots: slotsOf(plan).map(({ applicationId, ordinal, startsAt, endsAt }) => {
      const recused = at.recused.get(applicationId) ?? new Set<string>();
      return {
        ...{ applicationId, ordinal, startsAt: isoInBeijing(startsAt), endsAt: isoInBeijing(endsAt) },
        scorers: scorersOf(plan.panel, recused).length,
        recused: plan.panel.filter((id) => recused.has(id)).map((id) => at.candidates.get(id)?.name ?? ''),
      };
    }),
    problems: planProblems(plan, at).map((problem) => problemBody(problemOf(problem))),
  };
}
