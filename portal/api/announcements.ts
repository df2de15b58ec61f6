import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';

/** An announced campaign as everybody may know it. */
export type Announcement = components['schemas']['Announcement'];

/** Announced campaigns, the newest first; no sign-in is needed. */
export const announcementsQuery = queryOptions({
  queryKey: ['announcements'],
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/announcements', { signal }))).items.flatMap((one) => one ?? []),
  staleTime: 300_000,
});
