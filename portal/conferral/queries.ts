import { queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from '../api/applications.js';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';

type Schemas = components['schemas'];
export type ConferredTitle = Schemas['ConferredTitle'];
export type PublishedTitle = Schemas['PublishedTitle'];
export type Reexamination = Schemas['Reexamination'];
export type Sanction = Schemas['Sanction'];
export type ObjectionListItem = Schemas['ObjectionOnDesk'];

/** Query key of everything on these pages; refetched after any change. */
export const CONFERRAL = 'conferral';
const path = (id: string) => ({ params: { path: { id } } });
const enabledFor = (id: string) => ({ enabled: id !== '' });

/** One public notice, readable without an account. */
export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: [CONFERRAL, 'notice', id],
    queryFn: ({ signal }) => answer(api.GET('/api/notices/{id}', { ...path(id), signal })),
    retry: false,
  });

/** The objections to an application, with the objectors. */
export const objectionListQuery = (id: string) =>
  queryOptions({
    queryKey: [CONFERRAL, 'objections', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/applications/{id}/objections', { ...path(id), signal }))).items,
    refetchInterval: POLL_INTERVAL,
  });

export const investigatorsQuery = (id: string) =>
  queryOptions({
    queryKey: [CONFERRAL, 'investigators', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/investigators', { ...path(id), signal }))).items,
    staleTime: 60_000,
  });

/** Conferred titles; a unit gets those of its own people. */
export const conferralsQuery = (id: string) =>
  queryOptions({
    queryKey: [CONFERRAL, 'conferrals', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/conferrals', { ...path(id), signal }))).items,
    ...enabledFor(id),
  });

export const certificateQuery = (id: string) =>
  queryOptions({
    queryKey: [CONFERRAL, 'certificate', id],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/certificate', { ...path(id), signal })),
  });

/** Whether the applicant may ask for a reexamination, and its outcome. */
export const ownReexaminationQuery = (id: string) =>
  queryOptions({
    queryKey: [CONFERRAL, 'reexamination', id],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/reexamination', { ...path(id), signal })),
  });

export const reexaminationsQuery = (id: string) =>
  queryOptions({
    queryKey: [CONFERRAL, 'reexaminations', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/reexaminations', { ...path(id), signal }))).items,
    refetchInterval: POLL_INTERVAL,
    ...enabledFor(id),
  });

/** One page of the register. */
export const sanctionsQuery = (id: string, cursor: string | undefined) =>
  queryOptions({
    queryKey: [CONFERRAL, 'sanctions', id, cursor],
    queryFn: ({ signal }) => {
      const query = cursor === undefined ? {} : { cursor: Number(cursor) };
      return answer(api.GET('/api/campaigns/{id}/sanctions', { params: { path: { id }, query }, signal }));
    },
    refetchInterval: POLL_INTERVAL,
    ...enabledFor(id),
  });
