import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { components, paths } from '../../api/schema.js';

export type Draft = components['schemas']['CampaignDraft'];
type NewDraft = paths['/api/campaign-drafts']['post']['requestBody']['content']['application/json'];

const own = (draftId: string) => ({ params: { path: { draftId } } });

/** The campaigns a person is setting up, the last changed first. */
export const draftsQuery = queryOptions({
  queryKey: ['campaign-drafts'],
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/campaign-drafts', { signal }))).items.flatMap((one) => one ?? []),
});

/** Notices and campaigns that a draft can begin with. */
export const basesQuery = queryOptions({
  queryKey: ['campaign-drafts', 'bases'],
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/campaign-drafts/bases', { signal }))).items.flatMap((one) => one ?? []),
});

/** One draft as it was saved last. It is read once: from then on the page has what it saved. */
export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['campaign-drafts', draftId],
    queryFn: ({ signal }) => answer(api.GET('/api/campaign-drafts/{draftId}', { ...own(draftId), signal })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** The working days of a year in a region, to choose dates by. */
export const calendarQuery = (region: string, year: number) =>
  queryOptions({
    queryKey: ['calendars', region, year],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/calendars/{region}', { params: { path: { region }, query: { year } }, signal })),
    enabled: year >= 1990 && year <= 2100,
    staleTime: 300_000,
  });

/** Saves changed parts over the draft with this seq. */
export const saveDraft = (
  draftId: string,
  body: { readonly seq: number; readonly step: string; readonly changes: readonly object[] },
) =>
  answer(
    api.PATCH('/api/campaign-drafts/{draftId}', {
      ...own(draftId),
      body: body as unknown as paths['/api/campaign-drafts/{draftId}']['patch']['requestBody']['content']['application/json'],
    }),
  );

/** Begins a draft, removes one, and creates its campaign. */
export function useDraftActs() {
  const client = useQueryClient();
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['campaign-drafts'], exact: true });
  };
  return {
    begin: useMutation({
      mutationFn: (body: object) => answer(api.POST('/api/campaign-drafts', { body: body as NewDraft })),
      onSuccess: refresh,
    }),
    remove: useMutation({
      mutationFn: (draftId: string) => answer(api.DELETE('/api/campaign-drafts/{draftId}', own(draftId))),
      onSuccess: refresh,
    }),
    create: useMutation({
      mutationFn: ({ id, seq, reason }: { readonly id: string; readonly seq: number; readonly reason: string }) =>
        answer(api.POST('/api/campaign-drafts/{draftId}/create', { ...own(id), body: { seq, reason } })),
      onSuccess: async () => {
        await Promise.all([
          refresh(),
          client.invalidateQueries({ queryKey: ['campaigns'] }),
          client.invalidateQueries({ queryKey: ['me'] }),
        ]);
      },
    }),
  };
}
