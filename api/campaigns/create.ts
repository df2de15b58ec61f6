import type { RequestHandler } from 'express';
import { z } from 'zod';
import { startCampaign } from '../../engine/startCampaign.js';
import { type Campaign, createCampaign } from '../../records/campaign/campaigns.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { campaignCalendar } from '../../rules/calendar/campaignCalendar.js';
import { lint, mayOpen } from '../../rules/policy/linter.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { bilingualMessage } from '../http/bilingualMessage.js';
import { Problem } from '../http/problem.js';
import { paragraph, slug } from '../http/text.js';
import { PolicyBody } from '../policy/policyBody.js';
import { summary } from './campaign.js';

/** The first version of a policy, and what it rests on. Campaigns called demo-… are the demo's. */
export const NewCampaign = z.strictObject({
  reason: paragraph(2000),
  policy: PolicyBody.safeExtend({
    id: slug.refine(
      (id) => !id.startsWith('demo-'),
      bilingualMessage('“demo-”开头的编号留给演示。', 'Ids that begin with “demo-” are kept for the demo.'),
    ),
    version: z.literal(1),
  }).meta({ id: 'FirstPolicy' }),
});

/** `POST /`: a campaign is prepared, by an operator of the whole installation. It opens when its policy is confirmed. */
export function createCampaignRoute(deps: Deps): RequestHandler {
  const { db, clock } = deps;
  return async (request, response) => {
    const caller = callerOf(response);
    requireRole(caller, ['operator']);
    const { reason, policy } = NewCampaign.parse(request.body);
    const { id, title, year } = policy;
    const campaign: Campaign = { id, title, policy, calendar: campaignCalendar(year), state: 'preparing' };
    await createCampaign(db, campaign, { changedBy: caller.personId, changedAt: await clock(), reason }).catch(
      (error: unknown) => {
        throw isAlreadyThere(error)
          ? new Problem('already_there', { zh: '这个编号已经有了。', en: 'This id is taken.' }, { field: 'policy.id' })
          : error;
      },
    );
    // It is prepared all the same; the sweeper starts what was not started here.
    await startCampaign(deps, id).catch((error: unknown) => {
      deps.logger.error({ err: error, campaign: id }, 'could not start a campaign');
    });
    const findings = lint(policy, campaign.calendar);
    response
      .status(201)
      .location(`/api/campaigns/${id}`)
      .json({ ...summary(campaign), policy, mayOpen: mayOpen(findings), findings });
  };
}
