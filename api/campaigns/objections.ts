import type { RequestHandler } from 'express';
import { openObjections } from '../../records/conferral/objections.js';
import { lawsIn, lifecycle, statuses } from '../../rules/application/lifecycle.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { getCampaign } from './campaign.js';

const limit = 200;
/** Statuses in which the law resolves an objection. */
const disputed = statuses.filter((status) => lawsIn(status).some(([, { takes }]) => takes === 'objectionOutcome'));

/** `GET /{id}/objections`: those that wait, the oldest first, for the campaign's office, supervisor and operator. */
export function objectionsRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { id: campaignId } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['office', 'supervisor', 'operator'], campaignId);
    const open = await openObjections(db, { campaignId, statuses: disputed, limit });
    sendCacheable(request, response, {
      items: open.map(({ raisedAt, ...objection }) => {
        const { zh, en } = lifecycle[objection.status];
        return { ...objection, statusLabel: { zh, en }, raisedAt: isoInBeijing(raisedAt) };
      }),
    });
  };
}
