import { queryOptions } from '@tanstack/react-query';
import { findCampaignLaw } from '../../../rules/campaign/campaignLaw.js';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.js';

type Answer = paths['/api/campaigns/{id}']['get']['responses'][200]['content']['application/json'];
/** A campaign's progress, as the API returns it. */
export type CampaignProgress = NonNullable<Answer['progress']>;

const path = (id: string) => ({ params: { path: { id } } });

/** The campaign's timeline. */
export const campaignTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['campaigns', id, 'timeline'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/timeline', { ...path(id), signal })),
    enabled: id !== '',
  });

/** The campaign's statistics so far. */
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

/** Polls every few seconds while outcomes are being applied. */
export const whileApplying = (progress: CampaignProgress | undefined): number | false =>
  progress && findCampaignLaw(progress.status, 'fan_out_done') ? 2_000 : false;

/** Applications that did not take the outcome of their meeting, and why. */
export const notTakenQuery = (id: string, refetchInterval: number | false) =>
  queryOptions({
    queryKey: ['campaigns', id, 'not-taken'],
    queryFn: ({ signal }) => answer(api.GET('/api/campaigns/{id}/outcomes/not-taken', { ...path(id), signal })),
    refetchInterval,
  });
