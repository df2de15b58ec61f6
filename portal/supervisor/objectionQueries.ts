import { queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from '../api/applications.js';
import { answer, api } from '../api/client.js';

/** Pending objections of a campaign, polled while the page is visible. */
export const objectionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['objections', id],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/objections', { params: { path: { id } }, signal })),
    refetchInterval: POLL_INTERVAL,
  });
