import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';

export const DAY_CLOSES = 'day-closes';

/** The closed days of a campaign, the latest first. */
export const closesQuery = (campaignId: string) =>
  queryOptions({
    queryKey: [DAY_CLOSES, campaignId],
    enabled: campaignId !== '',
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/day-closes', { params: { path: { id: campaignId } }, signal }))).items,
  });

/** What a day holds: as it was closed, or as it would be closed now. */
export const closeQuery = (campaignId: string, day: string) =>
  queryOptions({
    queryKey: [DAY_CLOSES, campaignId, day],
    enabled: campaignId !== '',
    queryFn: ({ signal }) =>
      answer(api.GET('/api/campaigns/{id}/day-closes/{day}', { params: { path: { id: campaignId, day } }, signal })),
  });
