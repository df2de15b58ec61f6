import { Router } from 'express';
import { signalPolicyChanged } from '../../engine/signalPolicyChanged.js';
import { runningIn } from '../../records/campaign/campaignStatistics.js';
import { changePolicy, listCampaigns } from '../../records/campaign/campaigns.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { isFinal, statuses } from '../../rules/application/lifecycle.js';
import { lint, mayOpen } from '../../rules/policy/linter.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { Problem } from '../http/problem.js';
import { amendmentRoutes } from '../policy/amendments.js';
import { confirmRoute } from '../policy/confirm.js';
import { namedCalendar } from '../policy/newerCalendar.js';
import { PolicyChange } from '../policy/policyChange.js';
import { policyVersionsRoute } from '../policy/policyVersions.js';
import { previewRoute } from '../policy/preview.js';
import { campaignActRoutes } from './actRoutes.js';
import { boardRoute } from './board.js';
import { calendarRoute } from './calendar.js';
import { getCampaign, summary } from './campaign.js';
import { progressOf } from './campaignProgress.js';
import { createCampaignRoute } from './create.js';
import { objectionsRoute } from './objections.js';
import { progressRoutes } from './progressRoutes.js';
import { publicityRoute } from './publicity.js';

const ended = statuses.filter(isFinal);

/** Campaigns: everybody who is signed in may read them; the committee office and operators change them. */
export function campaignRoutes(deps: Deps): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/', async (request, response) => {
    sendCacheable(request, response, { items: (await listCampaigns(db)).map(summary) });
  });

  router.post('/', createCampaignRoute(deps));

  router.get('/:id', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    const { policy, calendar } = campaign;
    const progress = await progressOf(db, callerOf(response), campaign);
    response.json({ ...summary(campaign), policy, calendar, progress });
  });

  router.get('/:id/lint', async (request, response) => {
    const { policy, calendar } = await getCampaign(db, request.params.id);
    const findings = lint(policy, calendar);
    response.json({ mayOpen: mayOpen(findings), findings });
  });

  router.use(campaignActRoutes(deps), progressRoutes(deps), amendmentRoutes(deps));
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
    const { reason, policy: proposed, calendarVersion } = PolicyChange.parse(request.body);
    const { version } = campaign.policy;
    if (proposed.id !== campaign.policy.id)
      throw new Problem(
        'body_invalid',
        { zh: '政策编号不能更改。', en: 'The id of a policy cannot be changed.' },
        { field: 'policy.id' },
      );
    const changed = new Problem(
      'policy_changed',
      {
        zh: `政策已更新为第${version}版，请重新载入后再修改。`,
        en: `The policy is at version ${version} now; please reload it before you change it.`,
      },
      {
        field: 'policy.version',
      },
    );
    if (proposed.version !== version) throw changed;
    const calendar = namedCalendar(campaign, calendarVersion) ?? campaign.calendar;
    if (calendar !== campaign.calendar && (await runningIn(db, { campaignId: campaign.id, ended })) > 0) {
      throw new Problem(
        'applications_running',
        {
          zh: '已有办理中的申报，更新工作日历须提出修订，由另一人批准。',
          en: 'Applications are under way, so a newer calendar has to be proposed as an amendment and approved by a second person.',
        },
        {
          field: 'calendarVersion',
        },
      );
    }
    const policy = { ...proposed, version: version + 1 };
    const by = { changedBy: caller.personId, changedAt: await clock(), reason };
    const change = { campaignId: campaign.id, policy, calendar, ...by };
    await changePolicy(db, change).catch((error: unknown) => {
      throw isAlreadyThere(error) ? changed : error;
    });
    await signalPolicyChanged(deps, campaign.id);
    const findings = lint(policy, calendar);
    response.json({ ...summary({ ...campaign, policy, calendar }), policy, mayOpen: mayOpen(findings), findings });
  });
  return router;
}
