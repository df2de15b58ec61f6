import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';
import type { Proposed } from './previewQuery.js';

type Body = paths['/api/campaigns/{id}/amendments']['post']['requestBody']['content']['application/json']['policy'];
export type Amendment = components['schemas']['PolicyAmendment'];

/** Policies and calendars proposed for running applications, latest first; polled while one is being applied. */
export const amendmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'amendments'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/amendments', { params: { path: { id } }, signal })),
    enabled: id !== '',
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one?.state === 'approved' && one.appliedAt === null) ? 2_000 : false,
  });

/** Proposes, approves and withdraws amendments; everything that depends on the policy is refetched afterwards. */
export function useAmendments(id: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['campaigns'] });
  const of = (amendmentId: string) => ({ params: { path: { id, amendmentId } } });
  return {
    propose: useMutation({
      mutationFn: ({ policy, calendarVersion, reason }: Proposed & { readonly reason: string }) =>
        answer(
          api.POST('/api/campaigns/{id}/amendments', {
            params: { path: { id } },
            body: { reason, policy: policy as unknown as Body, ...(calendarVersion ? { calendarVersion } : {}) },
          }),
        ),
      onSuccess,
    }),
    approve: useMutation({
      mutationFn: (amendmentId: string) =>
        answer(api.POST('/api/campaigns/{id}/amendments/{amendmentId}/approve', of(amendmentId))),
      onSuccess,
    }),
    withdraw: useMutation({
      mutationFn: (amendmentId: string) =>
        answer(api.POST('/api/campaigns/{id}/amendments/{amendmentId}/withdraw', of(amendmentId))),
      onSuccess,
    }),
  };
}
