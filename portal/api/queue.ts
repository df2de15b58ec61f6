import { queryOptions } from '@tanstack/react-query';
import { NEWS } from './applications.js';
import { answer, api } from './client.js';
import type { paths } from './schema.js';

/** What the list can be asked for; `docs/openapi.json` says what each means. */
export type QueueFilter = NonNullable<paths['/api/applications']['get']['parameters']['query']>;
type CountsFilter = NonNullable<paths['/api/applications/counts']['get']['parameters']['query']>;

/** One page of the caller's applications, those due first on top; asks for news while it is seen. */
export const queueQuery = (filter: QueueFilter) =>
  queryOptions({
    queryKey: ['queue', filter],
    queryFn: ({ signal }) => answer(api.GET('/api/applications', { params: { query: filter }, signal })),
    refetchInterval: NEWS,
    placeholderData: (previous) => previous,
  });

/** How many of the same stand in which status, and how many of them are late; a few seconds old at most. */
export const countsQuery = (filter: CountsFilter) =>
  queryOptions({
    queryKey: ['queue', 'counts', filter],
    queryFn: async ({ signal }) => {
      const { counts } = await answer(api.GET('/api/applications/counts', { params: { query: filter }, signal }));
      return counts;
    },
    refetchInterval: NEWS,
    placeholderData: (previous) => previous,
  });
