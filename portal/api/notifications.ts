import { useQuery } from '@tanstack/react-query';
import { problemIn } from './problem.js';
import { readJson } from './readJson.js';

interface Letters {
  readonly items: readonly {
    readonly id: string;
    readonly at: string;
    readonly subject: string;
    readonly text: string;
    readonly applicationId: string | null;
    readonly read: boolean;
  }[];
  readonly unread: number;
  readonly next: string | null;
}

/** How many letters wait unread; null where an installation has no such list. */
export function useUnread(): number | null {
  const { data } = useQuery({
    queryKey: ['notifications', 'unread'],
    queryFn: async ({ signal }) => {
      try {
        return (await readJson<Letters>('/api/me/notifications?limit=1', signal)).unread;
      } catch (error) {
        if (problemIn(error)?.code === 'not_found') return null;
        throw error;
      }
    },
    refetchInterval: 60_000,
    retry: false,
  });
  return data ?? null;
}
