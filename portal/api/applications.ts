import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];
export type Application = Schemas['Application'];
export type Action = Schemas['Action'];
export type Deadline = NonNullable<Schemas['Deadline']>;
export type QueueItem = Schemas['QueueItem'];
export type TimelineEvent = Schemas['TimelineEvent'];
export type StoredDocument = Schemas['Document'];
export type Status = Schemas['Status'];

/**
 * How long an open page waits before it asks again, in ms, when it is to be about so long; an unchanged answer is a 304. Each
 * page has its own pace: those that had to wait for one server at one moment do not come back together ever after.
 */
export const atOwnPace = (about: number): number => about * pace;
const pace = 0.9 + 0.2 * Math.random();
/** About how long a page waits that shows what others do, in ms. */
export const POLL_INTERVAL = atOwnPace(15_000);
const path = (id: string) => ({ params: { path: { id } } });

/** Status, deadlines and `actions` of one application, polled while the page is visible. */
export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['application', id],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}', { ...path(id), signal })),
    refetchInterval: POLL_INTERVAL,
  });

/** All events of an application, oldest first. Refetched when `seq` changes. */
export const timelineQuery = (id: string, seq: number) =>
  queryOptions({
    queryKey: ['application', id, 'timeline', seq],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/timeline', { ...path(id), signal })),
    placeholderData: (previous) => previous,
  });

/** The policy by which the application is judged. It is pinned when the application is opened and does not change. */
export const policyQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy', id],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/policy', { ...path(id), signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The form and its documents: the applicant's own draft, or the submitted version. */
export const dossierQuery = (id: string) =>
  queryOptions({
    queryKey: ['application', id, 'dossier'],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/dossier', { ...path(id), signal })),
  });
