import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Pause = components['schemas']['CampaignPause'];

/** Whether a pause is being carried to its applications. */
const isUnderWay = ({ paused, resumed }: Pause) => paused?.doneAt === null || resumed?.doneAt === null;

/** The pauses of a campaign's deadlines, latest first; polled while one is carried out. */
export const pausesQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'pauses'],
    queryFn: async ({ signal }) => {
      const { items } = await answer(api.GET('/api/campaigns/{id}/pauses', { params: { path: { id } }, signal }));
      return items.flatMap((one) => one ?? []);
    },
    enabled: id !== '',
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) ? 2_000 : false),
  });

/** Requests a pause of all deadlines of a campaign. `until`: a date. */
export const requestPause = (id: string, body: { readonly reason: string; readonly until: string }) =>
  answer(api.POST('/api/campaigns/{id}/pauses', { params: { path: { id } }, body }));

/** Ends a pause. */
export const endPause = (id: string, pauseId: string, body: { readonly reason: string }) =>
  answer(api.POST('/api/campaigns/{id}/pauses/{pauseId}/end', { params: { path: { id, pauseId } }, body }));

/** Approves and refuses requests. */
export function useDecidePause(id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['campaigns', id, 'pauses'] });
  const of = (pauseId: string) => ({ params: { path: { id, pauseId } } });
  return {
    approve: useMutation({
      mutationFn: (pauseId: string) => answer(api.POST('/api/campaigns/{id}/pauses/{pauseId}/approve', of(pauseId))),
      onSettled,
    }),
    refuse: useMutation({
      mutationFn: (pauseId: string) => answer(api.POST('/api/campaigns/{id}/pauses/{pauseId}/refuse', of(pauseId))),
      onSettled,
    }),
  };
}
