import type { RequestHandler } from 'express';
import { z } from 'zod';
import { planPublicity } from '../../rules/application/publicityPlan.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import type { Deps } from '../deps.js';
import { deadlineBody, Problem } from '../http/problem.js';
import { localDate } from '../http/text.js';
import { getCampaign } from './campaign.js';

export const PublicityQuery = z.strictObject({ from: localDate });

/** `GET /{id}/publicity?from=`: when a unit publicity posted on that day would end, and whether that is in time. */
export function publicityRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { policy, calendar } = await getCampaign(db, request.params.id);
    const { from } = PublicityQuery.parse(request.query);
    const plan = planPublicity(from, policy, calendar);
    if (!plan)
      throw new Problem(
        'not_found',
        { zh: '本年度评审不设单位公示。', en: 'This annual review has no unit publicity.' },
        { clause: policy.stages.unitPublicity.clause },
      );
    const { deadline, cutoff, ...rest } = plan;
    response.json({
      from,
      deadline: deadlineBody(deadline),
      cutoff: cutoff === null ? null : isoInBeijing(cutoff),
      ...rest,
    });
  };
}
