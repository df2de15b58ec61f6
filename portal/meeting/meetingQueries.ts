import { queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from '../api/applications.js';
import { answer, api } from '../api/client.js';
import type { components } from '../api/schema.js';
import { fetchPapers } from './publishedPapers.js';

type Schemas = components['schemas'];
export type Meeting = Schemas['Meeting'];
export type MeetingConsole = Schemas['MeetingConsole'];
export type Motion = NonNullable<Schemas['Motion']>;
export type MotionLine = Schemas['MotionLine'];

/** Query key of everything about meetings; refetched after any act on one. */
export const MEETING = 'meeting';
/** Polling interval of an open console, in ms: votes are opened while people look at the page. */
const CONSOLE_REFRESH = 2_000;
const path = (id: string) => ({ params: { path: { id } } });

/** Meetings of the caller's committees. */
export const myMeetingsQuery = queryOptions({
  queryKey: [MEETING, 'mine'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/me/meetings', { signal }))).items,
  refetchInterval: POLL_INTERVAL,
});

/** Meetings of a campaign. */
export const campaignMeetingsQuery = (id: string) =>
  queryOptions({
    queryKey: [MEETING, 'of', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/meetings', { ...path(id), signal }))).items,
    enabled: id !== '',
    refetchInterval: POLL_INTERVAL,
  });

/** The console: quorum, the current vote, the caller's acts. */
export const consoleQuery = (id: string) =>
  queryOptions({
    queryKey: [MEETING, id, 'console'],
    queryFn: ({ signal }) => answer(api.GET('/api/meetings/{id}', { ...path(id), signal })),
    refetchInterval: CONSOLE_REFRESH,
  });

/** The current vote and its state: when this changes, the agenda has changed too. */
const momentOf = (meeting: MeetingConsole | undefined) =>
  `${meeting?.state} ${meeting?.current?.id} ${meeting?.current?.state}`;

/** The agenda with the outcomes the caller may know; refetched when the console changes. */
export const motionsQuery = (id: string, meeting: MeetingConsole | undefined) =>
  queryOptions({
    queryKey: [MEETING, id, 'motions', momentOf(meeting)],
    queryFn: async ({ signal }) => (await answer(api.GET('/api/meetings/{id}/motions', { ...path(id), signal }))).items,
    enabled: meeting !== undefined,
    refetchInterval: POLL_INTERVAL,
    placeholderData: (previous) => previous,
  });

/** The published papers of a counted vote; they do not change. */
export const papersQuery = (id: string, motionId: string) =>
  queryOptions({
    queryKey: [MEETING, id, 'papers', motionId],
    queryFn: () => fetchPapers(id, motionId),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The minutes, once the results have been announced. */
export const minutesQuery = (id: string, disclosed: boolean) =>
  queryOptions({
    queryKey: [MEETING, id, 'minutes'],
    queryFn: ({ signal }) => answer(api.GET('/api/meetings/{id}/minutes', { ...path(id), signal })),
    enabled: disclosed,
  });

/** Applications that wait for the meeting and are not on its agenda; refetched as the agenda is. */
export const notVotableQuery = (id: string, meeting: MeetingConsole) =>
  queryOptions({
    queryKey: [MEETING, id, 'not-votable', momentOf(meeting)],
    queryFn: ({ signal }) => answer(api.GET('/api/meetings/{id}/not-votable', { ...path(id), signal })),
  });
