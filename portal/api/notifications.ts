import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';

export type Letter = components['schemas']['Notification'];

/** Letters to the caller, the newest first, twenty at a time. */
export const lettersQuery = infiniteQueryOptions({
  queryKey: ['notifications', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answer(api.GET('/api/me/notifications', { params: { query: { limit: 20, ...pageParam } }, signal })),
  initialPageParam: {} as { readonly cursor?: string },
  getNextPageParam: ({ next }) => (next === null ? null : { cursor: next }),
});

/** How many letters wait unread, at most a hundred; asks once a minute. */
const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/me/notifications', { params: { query: { limit: 1 } }, signal }))).unread,
  refetchInterval: 60_000,
});

/** How many letters wait unread; 0 until it is known. */
export const useUnread = () => useQuery(unreadQuery).data ?? 0;

/** Everything up to this letter is read. */
export const readUpTo = (id: string) => answer(api.POST('/api/me/notifications/read', { body: { upTo: id } }));
