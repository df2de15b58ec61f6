import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

/** Letters looked through, newest first. */
const most = 100;

/** Applications for which an extension was asked lately, by the letters the office got: the newest first. */
export const askedForQuery = queryOptions({
  queryKey: ['extensions'],
  queryFn: async ({ signal }) => {
    const { items } = await answer(api.GET('/api/me/notifications', { params: { query: { limit: most } }, signal }));
    const asked = items.flatMap((letter) =>
      letter?.kind === 'extension_requested' && letter.applicationId !== null ? [letter.applicationId] : [],
    );
    return [...new Set(asked)];
  },
  refetchInterval: 30_000,
});
