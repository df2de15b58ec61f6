import { z } from 'zod';
import { presentCalendar } from '../../records/calendar/enteredDays.js';
import { listCampaigns } from '../../records/campaign/campaigns.js';
import { findUnit } from '../../records/people/organisations.js';
import { mayOpen } from '../../rules/policy/lint/linter.js';
import { defineRoute } from '../http/defineRoute.js';
import { json } from '../openapi/parts.js';
import { PolicyBody } from '../policy/policyBody.js';
import { CampaignAnswer, LintAnswer, ListedCampaignAnswer } from './answers.js';
import { campaignInPath, filingOfUnit, summary } from './campaign.js';
import { progressOf } from './campaignProgress.js';
import { findingsOn } from './findingsOn.js';
import { CampaignProgressAnswer } from './progressAnswers.js';

const tag = '年度评审';

/** Campaigns, their policies and what the linter finds in them: everybody who is signed in may read them. */
export const campaignRoutes = [
  defineRoute({
    method: 'get',
    path: '/api/campaigns',
    tag,
    summary: '年度评审列表',
    roles: 'signed in',
    answers: { 200: z.object({ items: z.array(ListedCampaignAnswer) }), 304: null },
    handle: async ({ caller }, { db, clock }) => {
      const ownIds = caller.bindings.flatMap(({ role, scope }) =>
        role === 'applicant' && scope !== null ? [scope] : [],
      );
      const [campaigns, present, now, found] = await Promise.all([
        listCampaigns(db),
        presentCalendar(db),
        clock(),
        Promise.all([...new Set(ownIds)].map((id) => findUnit(db, id))),
      ]);
      const units = found.flatMap((unit) => unit ?? []);
      return {
        items: campaigns.map((campaign) => ({
          ...summary(campaign, now, present),
          ownUnits: units.map((unit) => filingOfUnit(unit, campaign, now)),
        })),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}',
    tag,
    summary: '年度评审及其政策',
    roles: 'signed in',
    everyCampaign: true,
    subject: campaignInPath,
    answers: {
      200: CampaignAnswer.extend({ policy: PolicyBody, calendar: json, progress: CampaignProgressAnswer }).meta({
        id: 'CampaignWithPolicy',
      }),
    },
    handle: async ({ subject: campaign, caller }, { db, clock }) => {
      const { policy, calendar } = campaign;
      return {
        ...summary(campaign, await clock(), await presentCalendar(db)),
        policy,
        calendar,
        progress: await progressOf(db, caller, campaign),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/campaigns/{id}/lint',
    tag,
    summary: '检查政策',
    roles: 'signed in',
    everyCampaign: true,
    subject: campaignInPath,
    answers: { 200: LintAnswer },
    handle: async ({ subject: campaign }, { db, clock }) => {
      const findings = await findingsOn(db, campaign, await clock());
      return { mayOpen: mayOpen(findings), findings };
    },
  }),
];
