import { Router } from 'express';
import { changePolicy, listCampaigns } from '../../records/campaigns.js';
import { isAlreadyThere } from '../../records/violations.js';
import { lint, mayOpen } from '../../rules/policy/linter.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { sendFresh } from '../fresh.js';
import { Problem } from '../problem.js';
import { campaignActRoutes } from './actRoutes.js';
import { amendmentRoutes } from './amendments.js';
import { boardRoute } from './board.js';
import { calendarRoute } from './calendar.js';
import { getCampaign, summary } from './campaign.js';
import { confirmRoute } from './confirm.js';
import { courseOf } from './course.js';
import { courseRoutes } from './courseRoutes.js';
import { createCampaignRoute } from './create.js';
import { objectionsRoute } from './objections.js';
import { PolicyChange } from './policyChange.js';
import { policyVersionsRoute } from './policyVersions.js';
import { previewRoute } from './preview.js';
import { publicityRoute } from './publicity.js';
import { tellCampaign } from './tellCampaign.js';

/** Campaigns: everybody who is signed in may read them; the committee office and operators change them. */
export function campaignRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/', async (request, response) => {
    sendFresh(request, response, { items: (await listCampaigns(db)).map(summary) });
  });

  router.post('/', createCampaignRoute(deps));

  router.get('/:id', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    const { policy, calendar } = campaign;
    const course = await courseOf(db, callerOf(response), campaign);
    response.json({ ...summary(campaign), policy, calendar, course });
  });

  router.get('/:id/lint', async (request, response) => {
    const { policy, calendar } = await getCampaign(db, request.params.id);
    const findings = lint(policy, calendar);
    response.json({ mayOpen: mayOpen(findings), findings });
  });

  router.use(campaignActRoutes(deps), courseRoutes(deps), amendmentRoutes(deps));
  router.get('/:id/board', boardRoute(deps));
  router.get('/:id/objections', objectionsRoute(deps));
  router.get('/:id/calendar', calendarRoute(deps));
  router.get('/:id/publicity', publicityRoute(deps));
  router.get('/:id/policy/versions', policyVersionsRoute(deps));
  router.post('/:id/policy/preview', previewRoute(deps));
  router.post('/:id/policy/confirm', confirmRoute(deps));

  router.put('/:id/policy', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office', 'operator'], campaign.id);
    const { reason, policy: proposed } = PolicyChange.parse(request.body);
    const { version } = campaign.policy;
    if (proposed.id !== campaign.policy.id)
      throw new Problem('body_invalid', '政策编号不能更改。', { field: 'policy.id' });
    const changed = new Problem('policy_changed', `政策已更新为第${version}版，请重新载入后再修改。`, {
      field: 'policy.version',
    });
    if (proposed.version !== version) throw changed;
    const policy = { ...proposed, version: version + 1 };
    const change = { campaignId: campaign.id, policy, changedBy: caller.personId, changedAt: await clock(), reason };
    await changePolicy(db, change).catch((error: unknown) => {
      throw isAlreadyThere(error) ? changed : error;
    });
    await tellCampaign(deps, campaign.id);
    const findings = lint(policy, campaign.calendar);
    response.json({ ...summary({ ...campaign, policy }), policy, mayOpen: mayOpen(findings), findings });
  });
  return router;
}
