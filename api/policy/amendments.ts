import { Router } from 'express';
import { signalPolicyChanged } from '../../engine/signalPolicyChanged.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import {
  amendmentsOf,
  approveAmendment,
  findAmendment,
  type PolicyAmendment,
  proposeAmendment,
  withdrawAmendment,
} from '../../records/campaign/policyAmendments.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { calendarNews } from '../../rules/calendar/calendarNews.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { lint, mayOpen } from '../../rules/policy/linter.js';
import { policyChanges } from '../../rules/policy/policyChanges.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { namedCalendar } from './newerCalendar.js';
import { PolicyChange } from './policyChange.js';

const clause = '政策修订：说明理由，另一人批准；已告知的期限只延不缩';

/**
 * `/{id}/amendments`: a policy or a newer calendar that shall apply to running applications too is proposed by one
 * person of the office and approved by another. From then on it is in force for new applications; the campaign carries it to the running ones,
 * whose deadlines only move later.
 */
export function amendmentRoutes(deps: Pick<Deps, 'db' | 'clock' | 'engine' | 'logger'>): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/:id/amendments', async (request, response) => {
    const campaign = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'operator'], campaign.id);
    response.json({ items: (await amendmentsOf(db, campaign.id)).map((one) => view(one, campaign)) });
  });

  router.post('/:id/amendments', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaign.id);
    const { reason, policy, calendarVersion } = PolicyChange.parse(request.body);
    if (policy.id !== campaign.policy.id)
      throw new Problem(
        'body_invalid',
        { zh: '政策编号不能更改。', en: 'The id of a policy cannot be changed.' },
        { field: 'policy.id' },
      );
    if (policy.version !== campaign.policy.version) throw outdated();
    const calendar = namedCalendar(campaign, calendarVersion);
    if (!mayOpen(lint(policy, calendar ?? campaign.calendar))) {
      throw new Problem(
        'policy_not_in_order',
        {
          zh: '政策检查还有错误或未确认的项目，请先处理。',
          en: 'The check of the policy still finds values that are wrong or not confirmed; please deal with them first.',
        },
        { clause },
      );
    }
    const proposed = {
      campaignId: campaign.id,
      policy,
      calendar,
      reason,
      proposedBy: caller.personId,
      proposedAt: await clock(),
    };
    const id = await proposeAmendment(db, proposed).catch((error: unknown) => {
      throw isAlreadyThere(error)
        ? new Problem(
            'already_there',
            {
              zh: '已有一项修订待批准，请先办结。',
              en: 'Another amendment waits for approval; please settle it first.',
            },
            { clause },
          )
        : error;
    });
    response.status(201).json(view(await waiting(campaign.id, id), campaign));
  });

  router.post('/:id/amendments/:amendmentId/approve', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaign.id);
    const amendment = await waiting(campaign.id, request.params.amendmentId);
    if (amendment.proposedBy === caller.personId) {
      throw new Problem(
        'second_person_needed',
        { zh: '修订须由另一位工作人员批准。', en: 'An amendment has to be approved by another member of staff.' },
        { clause },
      );
    }
    if (amendment.baseVersion !== campaign.policy.version) throw outdated();
    const decided = { by: caller.personId, at: await clock(), inForce: campaign.calendar };
    await approveAmendment(db, amendment, decided).catch((error: unknown) => {
      throw isAlreadyThere(error) ? outdated() : error;
    });
    await signalPolicyChanged(deps, campaign.id);
    const approved = await findAmendment(db, { campaignId: campaign.id, id: amendment.id });
    response.json(view(approved ?? amendment, campaign));
  });

  router.post('/:id/amendments/:amendmentId/withdraw', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaign.id);
    const amendment = await waiting(campaign.id, request.params.amendmentId);
    await withdrawAmendment(db, { id: amendment.id, by: caller.personId, at: await clock() });
    const withdrawn = await findAmendment(db, { campaignId: campaign.id, id: amendment.id });
    response.json(view(withdrawn ?? amendment, campaign));
  });
  return router;

  async function waiting(campaignId: string, id: string): Promise<PolicyAmendment> {
    const amendment = isUuid(id) ? await findAmendment(db, { campaignId, id }) : null;
    if (!amendment) throw new Problem('not_found', { zh: '没有这项修订。', en: 'There is no such amendment.' });
    if (amendment.decidedAt !== null)
      throw new Problem(
        'already_done',
        { zh: '这项修订已经办结。', en: 'This amendment is settled already.' },
        { clause },
      );
    return amendment;
  }
}

function outdated(): Problem {
  return new Problem(
    'policy_changed',
    {
      zh: '政策在此期间已更新，请重新提出修订。',
      en: 'The policy has changed in the meantime; please propose the amendment anew.',
    },
    { field: 'policy.version', clause },
  );
}

function view(amendment: PolicyAmendment, present: Campaign) {
  const { policy, calendar, campaignId: _, proposedAt, decidedAt, appliedAt, ...rest } = amendment;
  const isoOrNull = (at: number | null) => (at === null ? null : isoInBeijing(at));
  return {
    ...rest,
    proposedAt: isoInBeijing(proposedAt),
    decidedAt: isoOrNull(decidedAt),
    appliedAt: isoOrNull(appliedAt),
    // Of one that is decided the versions of the policy tell what it changed.
    changes: decidedAt === null ? policyChanges(present.policy, policy) : [],
    calendarVersion: calendar?.version ?? null,
    calendarNews: decidedAt === null && calendar ? calendarNews(present.calendar, calendar) : null,
    policy: decidedAt === null ? policy : null,
  };
}
