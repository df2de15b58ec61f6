import { queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from '../../api/applications.js';
import { answer, api } from '../../api/client.js';

/** Phrases of an office, most used first. */
export const phrasesQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['campaigns', campaignId, 'phrases'],
    queryFn: async ({ signal }) => {
      const path = { params: { path: { id: campaignId } } };
      const { items } = await answer(api.GET('/api/campaigns/{id}/phrases', { ...path, signal }));
      return items.flatMap((one) => one ?? []);
    },
    enabled: campaignId !== '',
    staleTime: 30_000,
  });

/** The number of a campaign's applications in these statuses. */
export const waitingQuery = (campaign: string, statuses: readonly string[]) =>
  queryOptions({
    queryKey: ['counts', campaign, statuses],
    queryFn: async ({ signal }) => {
      const query = { campaign, status: statuses.join(',') };
      const { counts } = await answer(api.GET('/api/applications/counts', { params: { query }, signal }));
      return counts.reduce((sum, { count }) => sum + count, 0);
    },
    enabled: campaign !== '' && statuses.length > 0,
    refetchInterval: POLL_INTERVAL,
  });

/** The submitted versions, first to last. */
export const submissionsQuery = (id: string, seq: number) =>
  queryOptions({
    queryKey: ['application', id, 'submissions', seq],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/applications/{id}/submissions', { params: { path: { id } }, signal }))).items,
  });

/** The differences between two versions. */
export const differenceQuery = (id: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['application', id, 'diff', from, to],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/applications/{id}/submissions/diff', { params: { path: { id }, query: { from, to } }, signal }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
