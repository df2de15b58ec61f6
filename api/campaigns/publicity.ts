import { z } from 'zod';
import { findUnit } from '../../records/people/organisations.js';
import type { Role } from '../../rules/application/lifecycle.js';
import { planPublicity } from '../../rules/application/publicity/publicityPlan.js';
import { isoInBeijing, startOfDay } from '../../rules/calendar/instant.js';
import { anyDepartment } from '../../rules/policy/policyWindows.js';
import { policyOfRound, roundAt } from '../../rules/policy/rounds.js';
import { defineRoute } from '../http/defineRoute.js';
import { deadlineBody, Problem } from '../http/problem.js';
import { instant, line, localDate } from '../http/text.js';
import { PublicityAnswer } from '../policy/answers.js';
import { campaignInPath } from './campaign.js';

const ofUnit = new Set<Role>(['unit', 'applicant']);

/**
 * When a unit publicity posted on the given day would end, and whether that is in time for the unit named, or for the only
 * one of the caller.
 */
export const publicityRoute = defineRoute({
  method: 'get',
  path: '/api/campaigns/{id}/publicity',
  tag: '年度评审',
  summary: '某日张贴的单位公示何时期满，是否赶得上截止',
  roles: 'signed in',
  everyCampaign: true,
  subject: campaignInPath,
  query: z.strictObject({
    from: localDate,
    unit: line(64).optional(),
    cutoff: instant.optional().meta({ description: '这份申报自己的申报截止：延期、中止或退回以后可能晚于通知所定' }),
  }),
  answers: { 200: PublicityAnswer },
  handle: async ({ subject: { policy: campaigns, calendar }, query: { from, unit, cutoff: due }, caller }, { db }) => {
    const units = [
      ...new Set(caller.bindings.flatMap(({ role, scope }) => (ofUnit.has(role) && scope ? [scope] : []))),
    ];
    const unitId = unit ?? (units.length === 1 ? units[0] : undefined);
    const chain = unitId === undefined ? undefined : (await findUnit(db, unitId))?.chain;
    // In the round whose units can still report on that day.
    const policy = policyOfRound(campaigns, roundAt(campaigns, chain ?? anyDepartment, startOfDay(from), 'unit'));
    const plan = planPublicity(from, policy, calendar, chain, due);
    if (!plan)
      throw new Problem(
        'not_found',
        { zh: '本年度评审不设单位公示。', en: 'This annual review has no unit publicity.' },
        { clause: policy.stages.unitPublicity.clause },
      );
    const { deadline, cutoff, ...rest } = plan;
    return {
      from,
      deadline: deadlineBody(deadline),
      cutoff: cutoff === null ? null : isoInBeijing(cutoff),
      ...rest,
    };
  },
});
