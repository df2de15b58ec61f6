import type { RequestHandler } from 'express';
import { policyVersions } from '../../records/campaign/policyVersions.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { policyChanges } from '../../rules/policy/policyChanges.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';

/** `GET /{id}/policy/versions`: who changed the policy when and why, and which values; the latest first. */
export function policyVersionsRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'operator'], campaign.id);
    const versions = await policyVersions(db, campaign.id);
    response.json({
      items: versions.map(({ version, at, by, reason, policy, calendar }, index) => {
        const before = versions[index + 1];
        return {
          version,
          at: isoInBeijing(at),
          by,
          reason,
          changes: before ? policyChanges(before.policy, policy) : [],
          calendarVersion: calendar.version,
          calendarChanged: before !== undefined && before.calendar.version !== calendar.version,
        };
      }),
    });
  };
}
