import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.js';
import type { Proposed } from './previewQuery.js';

type PolicyBody = paths['/api/campaigns/{id}/policy']['put']['requestBody']['content']['application/json']['policy'];
const path = (id: string) => ({ params: { path: { id } } });

/** The linter's findings on the policy in force, with dates and severity. */
export const lintQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'lint'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/lint', { ...path(id), signal })),
    enabled: id !== '',
  });

/** Every version of the policy. */
export const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'versions'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/policy/versions', { ...path(id), signal })),
    enabled: id !== '',
  });

/** Confirms and changes single values; everything that depends on the policy is refetched afterwards. */
export function usePolicyChanges(id: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: ['campaigns'] });
  return {
    confirm: useMutation({
      mutationFn: (body: { readonly paths: string[]; readonly reason: string }) =>
        answer(api.POST('/api/campaigns/{id}/policy/confirm', { ...path(id), body })),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ policy, calendarVersion, reason }: Proposed & { readonly reason: string }) =>
        answer(
          api.PUT('/api/campaigns/{id}/policy', {
            ...path(id),
            body: { reason, policy: policy as unknown as PolicyBody, ...(calendarVersion ? { calendarVersion } : {}) },
          }),
        ),
      onSuccess,
    }),
  };
}
