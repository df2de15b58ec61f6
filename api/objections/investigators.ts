import type { RequestHandler } from 'express';
import { investigators } from '../../records/conferral/investigators.js';
import { callerOf, requireRole } from '../accounts/caller.js';
import { getCampaign } from '../campaigns/campaign.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';

/** `GET /api/campaigns/{id}/investigators`: who may be asked to look into an objection. */
export function investigatorsRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { id } = await getCampaign(db, request.params.id);
    requireRole(callerOf(response), ['supervisor', 'office'], id);
    sendCacheable(request, response, { items: await investigators(db, id) });
  };
}
