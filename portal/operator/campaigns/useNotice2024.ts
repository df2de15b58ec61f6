import { useQuery } from '@tanstack/react-query';

/** The policy of the 2024 notice, for an installation that has none yet. Loaded on demand. */
export function useNotice2024() {
  return useQuery({
    queryKey: ['notice-2024'],
    queryFn: () => import('../../../rules/policy/campaigns/aksu2024.js').then(({ aksu2024 }) => aksu2024),
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
}
