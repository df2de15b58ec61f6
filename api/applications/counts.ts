import { countApplications } from '../../records/queue/queueCounts.js';
import { statuses } from '../../rules/application/lifecycle.js';
import { defineRoute } from '../http/defineRoute.js';
import { CountsAnswer } from './answers.js';
import { CountsQuery, filterOf } from './list.js';

/** How many applications are in which status in the caller's scope, at most five seconds old. */
export const countsRoute = defineRoute({
  method: 'get',
  path: '/api/applications/counts',
  tag: '申报',
  summary: '可见申报按环节计数（条件与列表相同，至多迟5秒）',
  roles: 'signed in',
  query: CountsQuery,
  answers: { 200: CountsAnswer, 304: null },
  handle: async ({ query, caller }, { db, clock, statusCounts }) => {
    const now = await clock();
    const filter = await filterOf(query, caller, db, now);
    const key = JSON.stringify(filter);
    const counts = await statusCounts.get(key, () => countApplications(db, filter, now));
    return { counts: statuses.flatMap((status) => counts.filter((one) => one.status === status)) };
  },
});
