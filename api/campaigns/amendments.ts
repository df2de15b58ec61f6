import { Router } from 'express';
import {
  amendmentsOf,
  approveAmendment,
  findAmendment,
  type PolicyAmendment,
  proposeAmendment,
  withdrawAmendment,
} from '../../records/policyAmendments.js';
import { isAlreadyThere } from '../../records/violations.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { lint, mayOpen } from '../../rules/policy/linter.js';
import type { Policy } from '../../rules/policy/policy.js';
import { policyChanges } from '../../rules/policy/policyChanges.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { isUuid } from '../applications/visible.js';
import type { Deps } from '../deps.js';
import { Problem } from '../problem.js';
import { getCampaign } from './campaign.js';
import { PolicyChange } from './policyChange.js';
import { tellCampaign } from './tellCampaign.js';

const clause = '政策修订：说明理由，另一人批准；已告知的期限只延不缩';

/**
 * `/{id}/amendments`: a policy that shall apply to running applications too is proposed by one person of the office and
 * approved by another. From then on it is in force for new applications; the campaign carries it to the running ones,
 * whose deadlines only move later.
 */
export function amendmentRoutes(deps: Pick<Deps, 'db' | 'clock' | 'engine' | 'logger'>): Router {
  const { db, clock } = deps;
  const router = Router();

  router.get('/:id/amendments', async (request, response) => {
    const { id, policy } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'operator'], id);
    response.json({ items: (await amendmentsOf(db, id)).map((one) => view(one, policy)) });
  });

  router.post('/:id/amendments', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaign.id);
    const { reason, policy } = PolicyChange.parse(request.body);
    if (policy.id !== campaign.policy.id)
      throw new Problem('body_invalid', '政策编号不能更改。', { field: 'policy.id' });
    if (policy.version !== campaign.policy.version) throw outdated();
    if (!mayOpen(lint(policy, campaign.calendar))) {
      throw new Problem('policy_not_in_order', '政策检查还有错误或未确认的项目，请先处理。', { clause });
    }
    const proposed = {
      campaignId: campaign.id,
      policy,
      reason,
      proposedBy: caller.personId,
      proposedAt: await clock(),
    };
    const id = await proposeAmendment(db, proposed).catch((error: unknown) => {
      throw isAlreadyThere(error) ? new Problem('already_there', '已有一项修订待批准，请先办结。', { clause }) : error;
    });
    response.status(201).json(view(await waiting(campaign.id, id), campaign.policy));
  });

  router.post('/:id/amendments/:amendmentId/approve', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaign.id);
    const amendment = await waiting(campaign.id, request.params.amendmentId);
    if (amendment.proposedBy === caller.personId) {
      throw new Problem('second_person_needed', '修订须由另一位工作人员批准。', { clause });
    }
    if (amendment.baseVersion !== campaign.policy.version) throw outdated();
    await approveAmendment(db, amendment, { by: caller.personId, at: await clock() }).catch((error: unknown) => {
      throw isAlreadyThere(error) ? outdated() : error;
    });
    await tellCampaign(deps, campaign.id);
    const approved = await findAmendment(db, { campaignId: campaign.id, id: amendment.id });
    response.json(view(approved ?? amendment, campaign.policy));
  });

  router.post('/:id/amendments/:amendmentId/withdraw', async (request, response) => {
    const caller = callerOf(response);
    const campaign = await getCampaign(db, request.params.id);
    requireRole(caller, ['office'], campaign.id);
    const amendment = await waiting(campaign.id, request.params.amendmentId);
    await withdrawAmendment(db, { id: amendment.id, by: caller.personId, at: await clock() });
    const withdrawn = await findAmendment(db, { campaignId: campaign.id, id: amendment.id });
    response.json(view(withdrawn ?? amendment, campaign.policy));
  });
  return router;

  async function waiting(campaignId: string, id: string): Promise<PolicyAmendment> {
    const amendment = isUuid(id) ? await findAmendment(db, { campaignId, id }) : null;
    if (!amendment) throw new Problem('not_found', '没有这项修订。');
    if (amendment.decidedAt !== null) throw new Problem('already_done', '这项修订已经办结。', { clause });
    return amendment;
  }
}

function outdated(): Problem {
  return new Problem('policy_changed', '政策在此期间已更新，请重新提出修订。', { field: 'policy.version', clause });
}

function view(amendment: PolicyAmendment, present: Policy) {
  const { policy, campaignId: _, proposedAt, decidedAt, carriedAt, ...rest } = amendment;
  const told = (at: number | null) => (at === null ? null : isoInBeijing(at));
  return {
    ...rest,
    proposedAt: isoInBeijing(proposedAt),
    decidedAt: told(decidedAt),
    carriedAt: told(carriedAt),
    // Of one that is decided the versions of the policy tell what it changed.
    changes: decidedAt === null ? policyChanges(present, policy) : [],
    policy: decidedAt === null ? policy : null,
  };
}
