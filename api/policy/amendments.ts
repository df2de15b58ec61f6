import { z } from 'zod';
import { signalPolicyChanged } from '../../engine/signalPolicyChanged.js';
import { presentCalendar } from '../../records/calendar/enteredDays.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import {
  amendmentsOf,
  approveAmendment,
  findAmendment,
  type PolicyAmendment,
  proposeAmendment,
  withdrawAmendment,
} from '../../records/campaign/policyAmendments.js';
import type { Database } from '../../records/database.js';
import { isAlreadyThere } from '../../records/databaseErrors.js';
import { calendarNews } from '../../rules/calendar/calendarNews.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { lint, mayOpen } from '../../rules/policy/lint/linter.js';
import { policyChanges } from '../../rules/policy/policyChanges.js';
import { isUuid } from '../applications/visible.js';
import { campaignInPath } from '../campaigns/campaign.js';
import { defineRoute } from '../http/defineRoute.js';
import { Problem } from '../http/problem.js';
import { AmendmentAnswer } from './amendmentAnswers.js';
import { namedCalendar } from './namedCalendar.js';
import { PolicyChange } from './policyChange.js';

const clause = '政策修订：说明理由，另一人批准；已告知的期限只延不缩';

const tag = '年度评审';
const path = '/api/campaigns/{id}/amendments';

/**
 * A policy or a newer calendar that shall apply to running applications too is proposed by one person of the office and
 * approved by another. From then on it is in force for new applications; the campaign applies it to the running ones,
 * whose deadlines only move later.
 */
export const amendmentRoutes = [
  defineRoute({
    method: 'get',
    path,
    tag,
    summary: '适用于办理中申报的政策修订（办事机构、监督、运维）',
    roles: ['office', 'supervisor', 'operator'],
    subject: campaignInPath,
    answers: { 200: z.object({ items: z.array(AmendmentAnswer) }) },
    handle: async ({ subject: campaign }, { db }) => ({
      items: (await amendmentsOf(db, campaign.id)).map((one) => view(one, campaign)),
    }),
  }),
  defineRoute({
    method: 'post',
    path,
    tag,
    summary: '提出修订，须另一人批准（办事机构）',
    roles: ['office'],
    subject: campaignInPath,
    body: PolicyChange,
    answers: { 201: AmendmentAnswer },
    handle: async ({ subject: campaign, body: { reason, policy, calendarVersion }, caller }, { db, clock }) => {
      if (policy.id !== campaign.policy.id)
        throw new Problem(
          'body_invalid',
          { zh: '政策编号不能更改。', en: 'The id of a policy cannot be changed.' },
          { field: 'policy.id' },
        );
      if (policy.version !== campaign.policy.version) throw outdated();
      const calendar = namedCalendar(campaign, policy, calendarVersion, await presentCalendar(db));
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
      return view(await waiting(db, campaign.id, id), campaign);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{amendmentId}/approve`,
    tag,
    summary: '批准修订：新申报即时适用，办理中的申报逐份适用，期限只延不缩（办事机构另一人）',
    roles: ['office'],
    subject: campaignInPath,
    answers: { 200: AmendmentAnswer },
    handle: async ({ subject: campaign, params, caller }, services) => {
      const { db, clock } = services;
      const amendment = await waiting(db, campaign.id, params.amendmentId);
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
      await signalPolicyChanged(services, campaign.id);
      const approved = await findAmendment(db, { campaignId: campaign.id, id: amendment.id });
      return view(approved ?? amendment, campaign);
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/{amendmentId}/withdraw`,
    tag,
    summary: '撤回待批准的修订（办事机构）',
    roles: ['office'],
    subject: campaignInPath,
    answers: { 200: AmendmentAnswer },
    handle: async ({ subject: campaign, params, caller }, { db, clock }) => {
      const amendment = await waiting(db, campaign.id, params.amendmentId);
      await withdrawAmendment(db, { id: amendment.id, by: caller.personId, at: await clock() });
      const withdrawn = await findAmendment(db, { campaignId: campaign.id, id: amendment.id });
      return view(withdrawn ?? amendment, campaign);
    },
  }),
];

async function waiting(db: Database, campaignId: string, id: string): Promise<PolicyAmendment> {
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
    // The versions of the policy show what a decided amendment changed.
    changes: decidedAt === null ? policyChanges(present.policy, policy) : [],
    calendarVersion: calendar?.version ?? null,
    calendarNews: decidedAt === null && calendar ? calendarNews(present.calendar, calendar) : null,
    policy: decidedAt === null ? policy : null,
  };
}
