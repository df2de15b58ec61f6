import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from '../api/applications.js';
import { answer, api } from '../api/client.js';
import type { components, paths } from '../api/schema.js';

type Schemas = components['schemas'];
export type DefenseSession = Schemas['DefenseSession'];
export type DefenseSlot = DefenseSession['slots'][number];
export type Waiting = Schemas['DefenseWaiting'];
export type OwnDefense = Schemas['OwnDefense'];
export type ScoreSheet = Schemas['ScoreSheet'];
/** The plan of a session, as the API takes it. */
export type Plan = paths['/api/campaigns/{id}/defense/sessions']['post']['requestBody'] extends
  | { content: { 'application/json': infer Body } }
  | undefined
  ? Body
  : never;

/** Query key of everything about the defense; refetched after any change. */
export const DEFENSE = 'defense';
const path = (id: string) => ({ params: { path: { id } } });

export const sessionsQuery = (id: string) =>
  queryOptions({
    queryKey: [DEFENSE, id, 'sessions'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/defense/sessions', { ...path(id), signal }))).items,
    refetchInterval: POLL_INTERVAL,
    enabled: id !== '',
  });

export const sessionQuery = (id: string, sessionId: string) =>
  queryOptions({
    queryKey: [DEFENSE, id, 'session', sessionId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/campaigns/{id}/defense/sessions/{sessionId}', { params: { path: { id, sessionId } }, signal }),
      ),
    refetchInterval: POLL_INTERVAL,
    enabled: id !== '',
  });

export const waitingQuery = (id: string) =>
  queryOptions({
    queryKey: [DEFENSE, id, 'waiting'],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/defense/waiting', { ...path(id), signal }))).items,
    refetchInterval: POLL_INTERVAL,
    enabled: id !== '',
  });

/** The findings on a plan; null while the plan is incomplete. */
export const checkQuery = (id: string, plan: Plan | null, sessionId: string | undefined) =>
  queryOptions({
    queryKey: [DEFENSE, id, 'check', sessionId, plan],
    queryFn: ({ signal }) => {
      if (plan === null) throw new Error('there is no plan to check');
      const body = sessionId === undefined ? plan : { ...plan, sessionId };
      return answer(api.POST('/api/campaigns/{id}/defense/check', { ...path(id), body, signal }));
    },
    enabled: id !== '' && plan !== null,
    placeholderData: keepPreviousData,
  });

/** Sessions in whose panel the caller is. */
export const ownDefenseQuery = queryOptions({
  queryKey: [DEFENSE, 'mine'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/me/defense', { signal }))).items,
  refetchInterval: POLL_INTERVAL,
});

const sheetPath = '/api/defense/sessions/{sessionId}/sheets/{applicationId}';
export const sheetQuery = (at: { readonly sessionId: string; readonly applicationId: string }) =>
  queryOptions({
    queryKey: [DEFENSE, 'sheet', at.sessionId, at.applicationId],
    queryFn: ({ signal }) => answer(api.GET(sheetPath, { params: { path: at }, signal })),
  });
