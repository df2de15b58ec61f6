import { performCampaignAct } from '../../engine/performCampaignAct.js';
import type { Actor } from '../../rules/application/act.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { campaignEventLabels } from '../../rules/campaign/campaignLabels.js';
import { type CampaignEvent, campaignStatuses, findCampaignLaw } from '../../rules/campaign/campaignLaw.js';
import { actorsOf, type Caller } from '../accounts/caller.js';
import { expectedSeqOf, keyOf } from '../acts/headers.js';
import { currentArrival } from '../http/arrivals.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { ActHeaders } from '../openapi/parts.js';
import { getCampaign } from './campaign.js';
import { campaignBodies, postedCampaignActs } from './campaignBodies.js';
import { campaignReceipt } from './campaignReceipt.js';
import { verdictFor } from './campaignVerdicts.js';
import { CampaignPendingAnswer, CampaignReceiptAnswer } from './progressAnswers.js';

const rolesFor = (event: CampaignEvent) =>
  campaignStatuses.flatMap((status) => findCampaignLaw(status, event)?.allowedRoles ?? []);

/** One route for each event of a campaign's law that people do by themselves. The law says who may. */
export const campaignActRoutes = postedCampaignActs.map(([event, form]) =>
  defineRoute({
    method: 'post',
    path: `/api/campaigns/{id}/actions/${event}`,
    tag: '年度评审',
    summary: `${campaignEventLabels[event].zh} · ${campaignEventLabels[event].en}`,
    roles: 'signed in',
    among: rolesFor(event),
    headers: ActHeaders,
    subject: async ({ params, caller }, { db }) => {
      const campaign = await getCampaign(db, params.id);
      return { campaign, actor: campaignActorOf(caller, event, campaign.id) };
    },
    rawBody: campaignBodies[form],
    answers: { 200: CampaignReceiptAnswer, 202: CampaignPendingAnswer },
    handle: async ({ subject: { campaign, actor }, request, response }, services) => {
      // An act without anything to say may come without a body.
      const { reason } = campaignBodies[form].parse(request.body ?? {});
      const key = keyOf(request);
      const receivedAt = currentArrival()?.at ?? (await services.clock());
      const outcome = await performCampaignAct(services, {
        campaign,
        event,
        actor,
        key,
        expectedSeq: expectedSeqOf(request),
        receivedAt,
        data: await verdictFor(services.db, campaign, form, receivedAt),
        freeText: reason === undefined ? null : { reason },
      });
      const { answer, receivedAt: registeredAt } = campaignReceipt(outcome);
      const received = { key, receivedAt: isoInBeijing(registeredAt) };
      response.set('Idempotency-Key', key);
      if (answer) response.set('ETag', `"${answer.seq}"`).json({ ...answer, ...received });
      else response.status(202).json({ status: null, seq: null, ...received });
    },
  }),
);

/** In which of their roles the caller acts on a campaign, or null when the law gives none of them this event. */
export function findCampaignActor(caller: Caller, event: CampaignEvent, campaignId: string): Actor | null {
  const roles = rolesFor(event);
  const own = ({ role, scope }: Actor) => roles.includes(role) && (scope === null || scope === campaignId);
  return actorsOf(caller).find(own) ?? null;
}

/** The same. @throws Problem `not_permitted` when there is none */
export function campaignActorOf(caller: Caller, event: CampaignEvent, campaignId: string): Actor {
  const actor = findCampaignActor(caller, event, campaignId);
  if (!actor) throw new Problem('not_permitted', { zh: '您的角色不能进行这项操作。', en: 'Your role cannot do this.' });
  return actor;
}
