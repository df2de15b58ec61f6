import { queryOptions } from '@tanstack/react-query';
import { atOwnPace } from '../../api/applications.js';
import { answer, api } from '../../api/client.js';

/** The caller's newest letters, at most as many as one application ever gets. */
export const recentLettersQuery = queryOptions({
  queryKey: ['notifications', 'recent'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/notifications', { params: { query: { limit: 200 } }, signal })),
  refetchInterval: atOwnPace(60_000),
});

/** A form as it was submitted. */
export const submittedQuery = (id: string, hash: string) =>
  queryOptions({
    queryKey: ['application', id, 'dossier', hash],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/applications/{id}/dossier', { params: { path: { id }, query: { hash } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
