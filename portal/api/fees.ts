import { queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from './applications.js';
import { answer, api } from './client.js';
import type { components } from './schema.js';

export type Fee = components['schemas']['Fee'];
export type OwnFee = components['schemas']['OwnFee'];
export type UnmatchedPayment = components['schemas']['UnmatchedPayment'];

interface Place {
  readonly cursor?: string | undefined;
  readonly limit: number;
}
async function pageOf(id: string, state: 'due' | 'paid' | 'unmatched', { cursor, limit }: Place, signal: AbortSignal) {
  const query = cursor === undefined ? { state, limit } : { state, limit, cursor };
  return await answer(api.GET('/api/campaigns/{id}/fees', { params: { path: { id }, query }, signal }));
}

/** What one application pays, part by part, with the pay codes. Refetched when `seq` changes. */
export const ownFeesQuery = (id: string, seq: number) =>
  queryOptions({
    queryKey: ['application', id, 'fees', seq],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/fees', { params: { path: { id } }, signal })),
    placeholderData: (previous) => previous,
  });

/** Fees of a campaign: due ones earliest first, or paid ones latest first. */
export const feesQuery = (campaignId: string, state: 'due' | 'paid', place: Place) =>
  queryOptions({
    queryKey: ['fees', campaignId, state, place],
    queryFn: async ({ signal }) => {
      const { items, next } = await pageOf(campaignId, state, place, signal);
      return { items: items as readonly Fee[], next };
    },
    enabled: campaignId !== '',
    refetchInterval: POLL_INTERVAL,
    placeholderData: (previous) => previous,
  });

/** Payments reported by the bank that match no fee, oldest first. */
export const unmatchedQuery = (campaignId: string, place: Place) =>
  queryOptions({
    queryKey: ['fees', campaignId, 'unmatched', place],
    queryFn: async ({ signal }) => {
      const { items, next } = await pageOf(campaignId, 'unmatched', place, signal);
      return { items: items as readonly UnmatchedPayment[], next };
    },
    enabled: campaignId !== '',
    refetchInterval: POLL_INTERVAL,
    placeholderData: (previous) => previous,
  });

/** All fees paid on one day in Beijing. Reads pages until one reaches an earlier day. */
export const paidOnQuery = (campaignId: string, day: string) =>
  queryOptions({
    queryKey: ['fees', campaignId, 'paidOn', day],
    queryFn: async ({ signal }) => {
      const found: Fee[] = [];
      let cursor: string | undefined;
      for (;;) {
        const { items, next } = await pageOf(campaignId, 'paid', { cursor, limit: 200 }, signal);
        const fees = items as readonly Fee[];
        // paidAt is in Beijing time, so its date is the day.
        found.push(...fees.filter(({ paidAt }) => paidAt?.startsWith(day)));
        const last = fees.at(-1)?.paidAt;
        if (next === null || !last || last.slice(0, 10) < day) return found;
        cursor = next;
      }
    },
    enabled: campaignId !== '' && day !== '',
    refetchInterval: POLL_INTERVAL,
  });
