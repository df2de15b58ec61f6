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

/** Polling interval of open pages in ms; an unchanged answer is a 304. */
export const POLL_INTERVAL = 15_000;
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
