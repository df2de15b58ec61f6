import { queryOptions } from '@tanstack/react-query';
import { findCampaignLaw } from '../../../rules/campaign/campaignLaw.js';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.js';

type Answer = paths['/api/campaigns/{id}']['get']['responses'][200]['content']['application/json'];
/** Where a campaign stands, as the API tells it. */
export type CampaignProgress = NonNullable<Answer['progress']>;

const path = (id: string) => ({ params: { path: { id } } });

/** What a campaign has come through. */
export const campaignTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'timeline'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/timeline', { ...path(id), signal })),
    enabled: id !== '',
  });

/** What a campaign came to, or has come to so far. */
export const statisticsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'statistics'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/statistics', { ...path(id), signal })),
    enabled: id !== '',
  });

/** The same by unit. */
export const unitStatisticsQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'statistics', 'units'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/statistics/units', { ...path(id), signal })),
    enabled: id !== '',
  });

/** While outcomes are being carried out, the page is asked for again every few seconds. */
export const whileCarrying = (progress: CampaignProgress | undefined): number | false =>
  progress && findCampaignLaw(progress.status, 'fan_out_done') ? 2_000 : false;
