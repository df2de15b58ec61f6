import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../api/problem.js';

/** The query cache. A refusal is final; a lost connection is retried. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      gcTime: 10 * 60_000,
      retry: (count, error) => !(error instanceof ApiProblem) && count < 2,
      refetchIntervalInBackground: false,
      refetchOnWindowFocus: true,
    },
  },
});
