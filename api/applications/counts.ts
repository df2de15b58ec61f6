import type { RequestHandler } from 'express';
import { countApplications, type StatusCount } from '../../records/queue/queueCounts.js';
import { statuses } from '../../rules/application/lifecycle.js';
import { callerOf } from '../accounts/caller.js';
import { ShortCache } from '../accounts/shortCache.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';
import { CountsQuery, filterOf } from './list.js';

/** `GET /api/applications/counts`: how many stand where in the caller's scope, remembered for a few seconds. */
export function countsRoute({ db, clock }: Pick<Deps, 'db' | 'clock'>): RequestHandler {
  const memory = new ShortCache<readonly StatusCount[]>();
  return async (request, response) => {
    const filter = filterOf(CountsQuery.parse(request.query), callerOf(response));
    const counts = await memory.get(JSON.stringify(filter), async () => countApplications(db, filter, await clock()));
    sendCacheable(request, response, {
      counts: statuses.flatMap((status) => counts.filter((one) => one.status === status)),
    });
  };
}
