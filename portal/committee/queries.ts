import { queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from '../api/applications.js';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';

type Schemas = components['schemas'];
export type Expert = Schemas['Expert'];
export type EngagedExpert = Schemas['EngagedExpert'];
export type Draw = Schemas['Draw'];
export type Committee = Schemas['Committee'];
export type Recusal = Schemas['Recusal'];

/** Query key of everything about a campaign's committees; refetched after any change. */
export const COMMITTEE = 'committee';
const path = (id: string) => ({ params: { path: { id } } });
const enabledFor = (id: string) => ({ enabled: id !== '' });

/** The expert pool of a campaign's specialties; reads all pages. */
export const expertsQuery = (id: string) =>
  queryOptions({
    queryKey: [COMMITTEE, id, 'experts'],
    queryFn: async ({ signal }) => {
      const experts: Expert[] = [];
      for (let cursor: string | null = '0'; cursor !== null; ) {
        const query: { cursor: number } = { cursor: Number(cursor) };
        const page = await answer(api.GET('/api/campaigns/{id}/experts', { params: { path: { id }, query }, signal }));
        experts.push(...page.items);
        cursor = page.next;
      }
      return experts;
    },
    ...enabledFor(id),
  });

export const drawsQuery = (id: string) =>
  queryOptions({
    queryKey: [COMMITTEE, id, 'draws'],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/campaigns/{id}/draws', { ...path(id), signal }))).items,
    ...enabledFor(id),
  });

export const committeesQuery = (id: string) =>
  queryOptions({
    queryKey: [COMMITTEE, id, 'committees'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/committees', { ...path(id), signal }))).items,
    refetchInterval: POLL_INTERVAL,
    ...enabledFor(id),
  });

export const recusalsQuery = (id: string) =>
  queryOptions({
    queryKey: [COMMITTEE, id, 'recusals'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/recusals', { ...path(id), signal }))).items,
    refetchInterval: POLL_INTERVAL,
    ...enabledFor(id),
  });

export const conflictsQuery = (id: string) =>
  queryOptions({
    queryKey: [COMMITTEE, id, 'conflicts'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/conflicts', { ...path(id), signal }))).items,
    ...enabledFor(id),
  });

/** Committees the person was drawn for. */
export const invitationsQuery = queryOptions({
  queryKey: [COMMITTEE, 'invitations'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/me/invitations', { signal }))).items,
  refetchInterval: POLL_INTERVAL,
});

/** Recusal requests of the applicant of one application. */
export const recusalRequestsQuery = (id: string) =>
  queryOptions({
    queryKey: [COMMITTEE, 'requests', id],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/recusals', { ...path(id), signal })),
  });
