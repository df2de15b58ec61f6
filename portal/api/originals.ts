import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';

export type ExpectedOriginals = components['schemas']['ExpectedOriginals'];

/** The first part of the keys of all queries about bookings and parcels. */
export const ORIGINALS = 'originals';

/** How the caller hands in the originals of an application, and the free slots. */
export const originalsPlanQuery = (id: string) =>
  queryOptions({
    queryKey: [ORIGINALS, 'plan', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/applications/{id}/originals-plan', { params: { path: { id } }, signal })),
  });

/** The slots of a campaign from today on. */
export const counterSlotsQuery = (id: string) =>
  queryOptions({
    queryKey: [ORIGINALS, 'slots', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/counter-slots', { params: { path: { id } }, signal }))).items,
    enabled: id !== '',
  });

/** Who comes on a day, and the parcels on their way. */
export const expectedOriginalsQuery = (id: string, day: string) =>
  queryOptions({
    queryKey: [ORIGINALS, 'expected', id, day],
    queryFn: async ({ signal }) => {
      const params = { path: { id }, query: { day } };
      return (await answer(api.GET('/api/campaigns/{id}/expected-originals', { params, signal }))).items;
    },
    enabled: id !== '' && day !== '',
  });
