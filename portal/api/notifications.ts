import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import type { Language } from '../../rules/people/membership.js';
import { atOwnPace } from './applications.js';
import { answer, api } from './client.js';
import type { components } from './schema.js';

export type Letter = components['schemas']['Notification'];

/** Letters to the caller in a language, newest first, twenty per page. */
export const lettersQuery = (language: Language) =>
  infiniteQueryOptions({
    queryKey: [...lettersKey, language],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/me/notifications', { params: { query: { limit: 20, language, ...pageParam } }, signal })),
    initialPageParam: {} as { readonly cursor?: string },
    getNextPageParam: ({ next }) => (next === null ? null : { cursor: next }),
  });
/** The letters in every language. */
export const lettersKey = ['notifications', 'list'] as const;

/** The number of unread letters, at most a hundred; polled once a minute. */
const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread'],
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/me/notifications', { params: { query: { limit: 1 } }, signal }))).unread,
  refetchInterval: atOwnPace(60_000),
});

/** The number of unread letters; 0 until it is loaded. */
export const useUnread = () => useQuery(unreadQuery).data ?? 0;

/** Marks everything up to this letter as read. */
export const readUpTo = (id: string) => answer(api.POST('/api/me/notifications/read', { body: { upTo: id } }));
