import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Policy } from '../../../rules/policy/policy.js';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.js';

type Body = paths['/api/campaigns/{id}/amendments']['post']['requestBody']['content']['application/json']['policy'];

/** Policies proposed for running applications, the latest first; asked for again while one is on its way to them. */
export const amendmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'amendments'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/amendments', { params: { path: { id } }, signal })),
    enabled: id !== '',
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one?.state === 'approved' && one.carriedAt === null) ? 2_000 : false,
  });

/** Proposing, approving and withdrawing: whatever stands on the policy is fetched again afterwards. */
export function useAmendments(id: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['campaigns'] });
  const of = (amendmentId: string) => ({ params: { path: { id, amendmentId } } });
  return {
    propose: useMutation({
      mutationFn: ({ policy, reason }: { readonly policy: Policy; readonly reason: string }) =>
        answer(
          api.POST('/api/campaigns/{id}/amendments', {
            params: { path: { id } },
            body: { reason, policy: policy as unknown as Body },
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
