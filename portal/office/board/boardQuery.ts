import { queryOptions } from '@tanstack/react-query';
import { atOwnPace } from '../../api/applications.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Board = components['schemas']['Board'];

/** A campaign's numbers, inflow, coming deadlines and late applications; the server counts at most every 10 s. */
export const boardQuery = (campaignId: string) =>
  queryOptions({
    queryKey: ['board', campaignId],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns/{id}/board', { params: { path: { id: campaignId } }, signal })),
    enabled: campaignId !== '',
    refetchInterval: atOwnPace(30_000),
  });
