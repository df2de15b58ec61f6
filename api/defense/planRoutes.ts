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
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { problemBody, problemOf } from '../http/problem.js';
import { DefenseCheckAnswer, DefenseSavedAnswer, DefenseWaitingAnswer } from './answers.js';
import { callOff } from './callOff.js';
import { inDefense, planCircumstances, recusalFacts } from './circumstances.js';
import { notifyPanel } from './notifyPanel.js';
import { DefenseCheckBody, DefensePlanBody } from './planBody.js';
import { savePlan } from './savePlan.js';
import { getSession, noSuchSession, sessionInPath } from './sessionOf.js';

// Reasons in the letters about a change.
const changed = '答辩场次有变动。';
const leftOut = '答辩场次有变动，您不在变动后的场次中。';

const tag = '答辩';
const path = '/api/campaigns/{id}/defense';

/** Candidates who wait for a defense, and plans; the office checks a plan as often as it likes, then saves it. */
export const planRoutes = [
  defineRoute({
    method: 'get',
    path: `${path}/waiting`,
    tag,
    summary: '待答辩而未排入场次的申报',
    roles: ['office', 'supervisor', 'chair'],
    subject: campaignInPath,
    answers: { 200: DefenseWaitingAnswer, 304: null },
    handle: async ({ subject: { id: campaignId } }, { db }) => {
      const waiting = await waitingForDefense(db.pool, { campaignId, statuses: inDefense, except: null });
      return { items: waiting.map(({ applicantId: _, ...shown }) => shown) };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/check`,
    tag,
    summary: '保存前查看：各人时间、回避与冲突',
    roles: ['office'],
    subject: campaignInPath,
    body: DefenseCheckBody,
    answers: { 200: DefenseCheckAnswer },
    handle: async ({ subject: campaign, body: { sessionId, ...plan } }, { db, clock }) => {
      const except = sessionId === undefined ? null : (await getSession(db, campaign.id, sessionId)).id;
      const planned = { campaign, plan, except };
      const at = await planCircumstances(db.pool, planned, await recusalFacts(db, planned, await clock()));
      return checked(plan, at);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/sessions`,
    tag,
    summary: '拟定一场答辩：地点、时间、答辩组、顺序',
    roles: ['office'],
    subject: campaignInPath,
    body: DefensePlanBody,
    answers: { 201: DefenseSavedAnswer },
    handle: async ({ subject: campaign, body: plan, caller }, services) => {
      const { clock } = services;
      const at = await clock();
      const id = await savePlan(services, { campaign, plan, except: null }, async (statements, { criteria }) => {
        return await insertPlan(statements, { campaignId: campaign.id, plan, criteria, by: caller.personId, at });
      });
      return { id };
    },
  }),
  defineRoute({
    method: 'put',
    path: `${path}/sessions/{sessionId}`,
    tag,
    summary: '改动；已通知的须再次通知',
    roles: ['office'],
    subject: sessionInPath,
    body: DefensePlanBody,
    answers: { 200: DefenseSavedAnswer },
    handle: async ({ subject: { campaign, session }, body: plan, caller }, services) => {
      const { db, clock } = services;
      const { id } = session;
      const before = await slotsIn(db, [id]);
      const panel = (await panelsOf(db, [id])).map(({ expertId }) => expertId);
      await savePlan(services, { campaign, plan, except: id }, async (statements, { criteria }) => {
        const present = await lockSession(statements, id);
        if (!present) throw noSuchSession();
        const next = decideSession(await sessionSnapshotOf(statements, present), 'change', campaign.policy);
        if (typeof next !== 'string') throw problemOf(next);
        await changePlan(statements, { id, plan, state: next, criteria });
        if (isAnnounced(present.state)) {
          await notifyPanel(statements, { session: present, panel, plan, reason: changed, at: await clock() });
        }
      });
      // Candidates no longer in the session would otherwise come to a time that is not theirs.
      for (const slot of before.filter(({ applicationId }) => !plan.applications.includes(applicationId))) {
        const problem = await callOff(services, { caller, session, slot, reason: leftOut });
        if (problem) throw problem;
      }
      wakeMail(services);
      return { id };
    },
  }),
];

/** The outcome of a plan: everybody's time, the number of scorers, and everything that is wrong with it. */
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
