import { queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from './applications.js';
import { answer, api } from './client.js';
import type { paths } from './schema.js';

/** Filters of the list; `docs/openapi.json` describes each. */
export type QueueFilter = NonNullable<paths['/api/applications']['get']['parameters']['query']>;
type CountsFilter = NonNullable<paths['/api/applications/counts']['get']['parameters']['query']>;

/** One page of the caller's applications, earliest due first, polled while it is visible. */
export const queueQuery = (filter: QueueFilter) =>
  queryOptions({
    queryKey: ['queue', filter],
    queryFn: ({ signal }) => answer(api.GET('/api/applications', { params: { query: filter }, signal })),
    refetchInterval: POLL_INTERVAL,
    placeholderData: (previous) => previous,
  });

/** The number of applications per status, and how many are late; at most a few seconds old. */
export const countsQuery = (filter: CountsFilter) =>
  queryOptions({
    queryKey: ['queue', 'counts', filter],
    queryFn: async ({ signal }) => {
      const { counts } = await answer(api.GET('/api/applications/counts', { params: { query: filter }, signal }));
      return counts;
    },
    refetchInterval: POLL_INTERVAL,
    placeholderData: (previous) => previous,
  });
