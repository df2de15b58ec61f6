import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.js';
import { verifyChain } from './verifyChain.js';

/** Whether this page may compute hashes: browsers allow it on secure connections and on localhost. */
export const canVerify = globalThis.crypto?.subtle !== undefined;

/** A record fetched without the browser cache, with every hash recomputed. */
export function useProof(id: string, seq: number | undefined) {
  return useQuery({
    queryKey: ['proof', id, seq],
    enabled: seq !== undefined,
    queryFn: async ({ signal }) => {
      const params = { path: { id } };
      const { events } = await answer(
        api.GET('/api/applications/{id}/timeline', { params, signal, cache: 'no-store' }),
      );
      return { events, checked: canVerify ? await verifyChain(id, events) : [] };
    },
  });
}
