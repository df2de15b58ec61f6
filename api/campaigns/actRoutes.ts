import { type RequestHandler, Router } from 'express';
import type { Actor } from '../../rules/application/act.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { type CampaignEvent, campaignStatuses, findCampaignLaw } from '../../rules/campaign/campaignLaw.js';
import { actorsOf, type Caller, callerOf } from '../accounts/caller.js';
import { expectedSeqOf, keyOf } from '../acts/headers.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { getCampaign } from './campaign.js';
import { campaignBodies, type PostedForm, postedCampaignActs } from './campaignBodies.js';
import { verdictFor } from './campaignVerdicts.js';
import { performCampaignAct } from './performCampaignAct.js';

/** One route for each event of a campaign's law that people do by themselves: `POST /{id}/actions/{event}`. */
export function campaignActRoutes(deps: Deps): Router {
  const router = Router({ caseSensitive: true });
  for (const [event, form] of postedCampaignActs) router.post(`/:id/actions/${event}`, actRoute(deps, event, form));
  return router;
}

function actRoute(deps: Deps, event: CampaignEvent, form: PostedForm): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const campaign = await getCampaign(deps.db, request.params.id);
    const actor = campaignActorOf(callerOf(response), event, campaign.id);
    const { reason } = campaignBodies[form].parse(request.body ?? {});
    const { answer, key, receivedAt } = await performCampaignAct(deps, {
      campaign,
      event,
      actor,
      key: keyOf(request),
      expectedSeq: expectedSeqOf(request),
      receivedAt: await deps.clock(),
      data: await verdictFor(deps.db, campaign, form),
      freeText: reason === undefined ? null : { reason },
    });
    const received = { key, receivedAt: isoInBeijing(receivedAt) };
    response.set('Idempotency-Key', key);
    if (answer) response.set('ETag', `"${answer.seq}"`).json({ ...answer, ...received });
    else response.status(202).json({ status: null, seq: null, ...received });
  };
}

/** In which of their roles the caller acts on a campaign, or null when the law gives none of them this event. */
export function findCampaignActor(caller: Caller, event: CampaignEvent, campaignId: string): Actor | null {
  const roles = new Set(campaignStatuses.flatMap((status) => findCampaignLaw(status, event)?.allowedRoles ?? []));
  const own = ({ role, scope }: Actor) => roles.has(role) && (scope === null || scope === campaignId);
  return actorsOf(caller).find(own) ?? null;
}

/** The same. @throws Problem `not_permitted` when there is none */
export function campaignActorOf(caller: Caller, event: CampaignEvent, campaignId: string): Actor {
  const actor = findCampaignActor(caller, event, campaignId);
  if (!actor) throw new Problem('not_permitted', { zh: '您的角色不能进行这项操作。', en: 'Your role cannot do this.' });
  return actor;
}
