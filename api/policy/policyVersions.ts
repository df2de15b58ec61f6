import { policyVersions } from '../../records/campaign/policyVersions.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { policyChanges } from '../../rules/policy/policyChanges.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { PolicyVersionsAnswer } from './answers.js';

/** Who changed the policy, when, why and in which values; the latest first. */
export const policyVersionsRoute = defineRoute({
  method: 'get',
  path: '/api/campaigns/{id}/policy/versions',
  tag: '年度评审',
  summary: '政策的历次更改（办事机构、监督、运维）',
  roles: ['office', 'supervisor', 'operator'],
  subject: campaignInPath,
  answers: { 200: PolicyVersionsAnswer },
  handle: async ({ subject: campaign }, { db }) => {
    const versions = await policyVersions(db, campaign.id);
    return {
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
    };
  },
});
