import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

/** The papers of an application for this reader, and its signed scans; `seq` tells when there may be others. */
export function usePapers({ id, seq }: { readonly id: string; readonly seq: number }) {
  return useQuery({
    queryKey: ['application', id, 'papers', seq],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/papers', { params: { path: { id } }, signal })),
    placeholderData: (previous) => previous,
  }).data;
}
