import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';

/** Of whom a publicity is asked; `cutoff`: the application's own, which may be later than the notice's. */
interface Posting {
  readonly unit?: string | undefined;
  readonly cutoff?: string | undefined;
}

/** When a unit publicity posted on a day ends, and whether the unit then still meets the cutoff. */
export const publicityQuery = (campaignId: string, from: string, { unit, cutoff }: Posting = {}) =>
  queryOptions({
    queryKey: ['publicity', campaignId, from, unit, cutoff],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/campaigns/{id}/publicity', {
          params: {
            path: { id: campaignId },
            query: { from, ...(unit ? { unit } : {}), ...(cutoff ? { cutoff } : {}) },
          },
          signal,
        }),
      ),
    enabled: campaignId !== '' && from !== '',
    staleTime: 60_000,
    placeholderData: (previous) => previous,
  });
