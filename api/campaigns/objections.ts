import { openObjections } from '../../records/conferral/objections.js';
import { lawsIn, lifecycle, statuses } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { defineRoute } from '../http/defineRoute.js';
import { ObjectionsAnswer } from '../objections/answers.js';
import { campaignInPath } from './campaign.js';

const limit = 200;
/** Statuses in which the law resolves an objection. */
const disputed = statuses.filter((status) => lawsIn(status).some(([, { takes }]) => takes === 'objectionOutcome'));

/** Objections that wait for an outcome, the oldest first. */
export const objectionsRoute = defineRoute({
  method: 'get',
  path: '/api/campaigns/{id}/objections',
  tag: '年度评审',
  summary: '未办结的异议（办事机构、监督、运维）',
  roles: ['office', 'supervisor', 'operator'],
  subject: campaignInPath,
  answers: { 200: ObjectionsAnswer, 304: null },
  handle: async ({ subject: campaign }, { db }) => {
    const open = await openObjections(db, { campaignId: campaign.id, statuses: disputed, limit });
    return {
      items: open.map(({ raisedAt, ...objection }) => {
        const { zh, en } = lifecycle[objection.status];
        return { ...objection, statusLabel: { zh, en }, raisedAt: isoInBeijing(raisedAt) };
      }),
    };
  },
});
