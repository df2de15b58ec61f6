import { z } from 'zod';
import { presentCalendar } from '../../records/calendar/enteredDays.js';
import { runningInCampaign } from '../../records/campaign/runningInCampaign.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { type WhatIf, whatIf, whatIfKinds } from '../../rules/policy/whatIf.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { PreviewAnswer } from './answers.js';
import { namedCalendar } from './namedCalendar.js';
import { PolicyBody } from './policyBody.js';
import { calendarVersion } from './policyChange.js';

const PolicyPreview = z.strictObject({ policy: PolicyBody, calendarVersion });

const pageSize = 500;
/** Applications named one by one; the counts are of all. */
const most = 100;

/**
 * Which running applications would gain, lose or miss a deadline if they were judged by this policy, or on a newer
 * calendar. Changes nothing.
 */
export const previewRoute = defineRoute({
  method: 'post',
  path: '/api/campaigns/{id}/policy/preview',
  tag: '年度评审',
  summary: '若按此政策，办理中的哪些申报期限会延后、提前或错过（不作任何更改）',
  roles: ['office', 'supervisor', 'operator'],
  subject: campaignInPath,
  body: PolicyPreview,
  answers: { 200: PreviewAnswer },
  handle: async ({ subject: campaign, body }, { db, clock }) => {
    const { policy, calendarVersion: version } = body;
    if (policy.id !== campaign.policy.id) {
      throw new Problem(
        'body_invalid',
        { zh: '政策编号不能更改。', en: 'The id of a policy cannot be changed.' },
        { field: 'policy.id' },
      );
    }
    const calendar = namedCalendar(campaign, policy, version, await presentCalendar(db)) ?? campaign.calendar;
    const now = await clock();
    const counts = { gains: 0, loses: 0, misses: 0 };
    const items: object[] = [];
    let running = 0;
    for (let after: string | null = null; ; ) {
      const page = await runningInCampaign(db, { campaignId: campaign.id, after, limit: pageSize });
      for (const { id, applicantName, unitName, facts } of page) {
        const changes = whatIf(facts, policy, calendar, now);
        for (const kind of whatIfKinds) if (changes.some((one) => one.kind === kind)) counts[kind] += 1;
        if (changes.length > 0 && items.length < most) {
          items.push({ id, applicantName, unitName, status: facts.status, changes: changes.map(impactView) });
        }
      }
      running += page.length;
      after = page.at(-1)?.id ?? null;
      if (page.length < pageSize) break;
    }
    return { running, counts, items };
  },
});

function impactView({ kind, deadline, label, from, to }: WhatIf) {
  return { kind, deadline, label, from: isoInBeijing(from), to: isoInBeijing(to) };
}
