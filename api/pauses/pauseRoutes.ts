import { z } from 'zod';
import { carryOutPause } from '../../engine/carryOutPause.js';
import {
  type CampaignPause,
  findPause,
  pausesOf,
  refusePause,
  requestPause,
} from '../../records/campaign/campaignPauses.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { approvePause, endPause } from '../../records/campaign/registerPause.js';
import type { Database } from '../../records/database.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import type { Actor } from '../../rules/application/act.js';
import { unplannedPause } from '../../rules/application/guards/unplannedPause.js';
import { acrossStatuses, type Role } from '../../rules/application/lifecycle.js';
import type { PauseState } from '../../rules/campaign/pauseStates.js';
import { cite } from '../../rules/policy/clauses.js';
import { actorsOf, type Caller } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { currentArrival } from '../http/arrivals.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem, problemOf } from '../http/problem.js';
import { localDate, paragraph } from '../http/text.js';
import { PauseAnswer } from './pauseAnswer.js';
import { pauseView } from './pauseView.js';

const tag = '年度评审';
const path = '/api/campaigns/{id}/pauses';
const { toll, approve_toll, untoll } = acrossStatuses;
const reason = paragraph(2000);

/**
 * A pause of the deadlines of all running applications of a campaign is requested by one person, approved by another, and ended
 * by either: those who may do so with a single application. From the approval on its acts are registered on each of them.
 */
export const pauseRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '全部期限的中止及其进度（办事机构、监督、运维）',
    roles: ['office', 'supervisor', 'operator'],
    subject: campaignInPath,
    answers: { 200: z.object({ items: z.array(PauseAnswer) }) },
    handle: async ({ subject: { id } }, { db }) => {
      const pauses = await pausesOf(db, id);
      return { items: await Promise.all(pauses.map((pause) => pauseView(db, pause))) };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '申请中止全部期限，须另一人批准（监督、运维）',
    roles: toll.allowedRoles,
    subject: campaignInPath,
    body: z.strictObject({ reason, until: localDate.describe('计划恢复或复核的日期') }),
    answers: { 201: PauseAnswer },
    handle: async ({ subject: campaign, body, caller }, { db, clock }) => {
      const at = await arrivedAt(clock);
      requirePlanned(campaign, body.until, at);
      const by = actorIn(caller, toll.allowedRoles, campaign);
      const request = { campaignId: campaign.id, ...body, by, at, deciders: approve_toll.allowedRoles };
      const pause = await requestPause(db, request).catch((error: unknown) => {
        throw isAlreadyThere(error) ? alreadyOpen(campaign) : error;
      });
      return await pauseView(db, pause);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{pauseId}/approve`,
    tag,
    summary: '批准中止：办理中的申报期限全部中止（监督、运维，另一人）',
    roles: approve_toll.allowedRoles,
    subject: campaignInPath,
    answers: { 200: PauseAnswer },
    handle: async ({ subject: campaign, params, caller }, services) => {
      const { db, clock } = services;
      const pause = await pauseIn(db, campaign, params.pauseId, 'requested');
      if (pause.requested.by.personId === caller.personId) {
        throw new Problem(
          'second_person_needed',
          { zh: '中止期限须由另一位工作人员批准。', en: 'A pause has to be approved by another member of staff.' },
          { clause: clauseOf(campaign) },
        );
      }
      const at = await arrivedAt(clock);
      requirePlanned(campaign, pause.until, at);
      const by = actorIn(caller, approve_toll.allowedRoles, campaign);
      if (!(await approvePause(db, pause, { by, at }))) throw alreadyDone(campaign);
      await carryOutPause(services, { pauseId: pause.id, ending: false });
      return await viewOf(db, pause);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{pauseId}/refuse`,
    tag,
    summary: '不批准中止，或由申请人撤回（监督、运维）',
    roles: approve_toll.allowedRoles,
    subject: campaignInPath,
    answers: { 200: PauseAnswer },
    handle: async ({ subject: campaign, params, caller }, { db, clock }) => {
      const pause = await pauseIn(db, campaign, params.pauseId, 'requested');
      const by = actorIn(caller, approve_toll.allowedRoles, campaign);
      if (!(await refusePause(db, { id: pause.id, by, at: await arrivedAt(clock) }))) throw alreadyDone(campaign);
      return await viewOf(db, pause);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{pauseId}/end`,
    tag,
    summary: '恢复期限：由这次中止的申报全部恢复（监督、运维）',
    roles: untoll.allowedRoles,
    subject: campaignInPath,
    body: z.strictObject({ reason }),
    answers: { 200: PauseAnswer },
    handle: async ({ subject: campaign, params, body, caller }, services) => {
      const { db, clock } = services;
      const pause = await pauseIn(db, campaign, params.pauseId, 'approved');
      const by = actorIn(caller, untoll.allowedRoles, campaign);
      const at = await arrivedAt(clock);
      if (!(await endPause(db, pause, { by, at, reason: body.reason }))) throw alreadyDone(campaign);
      await carryOutPause(services, { pauseId: pause.id, ending: true });
      return await viewOf(db, pause);
    },
  }),
];

const arrivedAt = async (clock: Deps['clock']) => currentArrival()?.at ?? (await clock());
const clauseOf = ({ policy }: Campaign) => cite(policy, 'tolling');

/** The caller in the role in which they act on the campaign; the route has made sure that there is one. */
function actorIn(caller: Caller, roles: readonly Role[], { id }: Campaign): Actor {
  const actor = actorsOf(caller).find(({ role, scope }) => roles.includes(role) && (scope === null || scope === id));
  if (!actor) throw new Problem('not_permitted', { zh: '您没有这个角色。', en: 'You do not have that role.' });
  return actor;
}

/** @throws Problem `pause_not_planned` */
function requirePlanned({ policy }: Campaign, until: string, at: number): void {
  const refusal = unplannedPause(policy, until, at);
  if (refusal) throw problemOf(refusal);
}

async function pauseIn(db: Database, campaign: Campaign, id: string, state: PauseState): Promise<CampaignPause> {
  const pause = isUuid(id) ? await findPause(db, id) : null;
  if (pause?.campaignId !== campaign.id)
    throw new Problem('not_found', { zh: '没有这次中止。', en: 'There is no such pause.' });
  if (pause.state !== state) throw alreadyDone(campaign);
  return pause;
}

async function viewOf(db: Database, pause: CampaignPause) {
  return await pauseView(db, (await findPause(db, pause.id)) ?? pause);
}

function alreadyOpen(campaign: Campaign): Problem {
  return new Problem(
    'already_there',
    {
      zh: '已有一次中止待批准、正在中止或尚未全部恢复，请先办结。',
      en: 'Another pause waits for approval, is in force or has not ended for all; please settle it first.',
    },
    { clause: clauseOf(campaign) },
  );
}

function alreadyDone(campaign: Campaign): Problem {
  return new Problem(
    'already_done',
    {
      zh: '这次中止在此期间已有变动，请刷新后再看。',
      en: 'This pause has changed in the meantime; please look again.',
    },
    { clause: clauseOf(campaign) },
  );
}
