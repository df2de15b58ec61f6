import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';

/** A campaign in the list, with what its filing is for each of the caller's units. */
export type ListedCampaign = components['schemas']['ListedCampaign'];

/** All campaigns, newest first. */
export const campaignsQuery = queryOptions({
  queryKey: ['campaigns'],
  queryFn: async ({ signal }) => {
    const { items } = await answer(api.GET('/api/campaigns', { signal }));
    return items.flatMap((one) => one ?? []).toSorted((a, b) => b.year - a.year);
  },
  staleTime: 60_000,
});

/** One campaign with the policy that new applications take. */
export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
    staleTime: 30_000,
  });
