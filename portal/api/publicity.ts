import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';

/** When a unit publicity posted on a day ends, and whether the unit then still meets the cutoff. */
export const publicityQuery = (campaignId: string, from: string, unit?: string) =>
  queryOptions({
    queryKey: ['publicity', campaignId, from, unit],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/campaigns/{id}/publicity', {
          params: { path: { id: campaignId }, query: { from, ...(unit === undefined ? {} : { unit }) } },
          signal,
        }),
      ),
    enabled: campaignId !== '' && from !== '',
    staleTime: 60_000,
    placeholderData: (previous) => previous,
  });
