import { queryOptions } from '@tanstack/react-query';
import { NEWS } from '../api/applications.js';
import { answer, api } from '../api/client.js';

/** Objections of a campaign that wait; asks for news while it is seen. */
export const objectionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['objections', id],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/objections', { params: { path: { id } }, signal })),
    refetchInterval: NEWS,
  });
