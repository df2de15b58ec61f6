import { queryOptions } from '@tanstack/react-query';
import { POLL_INTERVAL } from './applications.js';
import { answer, api } from './client.js';
import type { components } from './schema.js';

export type Fee = components['schemas']['Fee'];
export type RegisteredFee = components['schemas']['RegisteredFee'];
export type Refund = components['schemas']['Refund'];
export type OwnFee = components['schemas']['OwnFee'];
export type UnmatchedPayment = components['schemas']['UnmatchedPayment'];

interface Place {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly outcome?: UnmatchedPayment['outcome'] | undefined;
}
async function pageOf(
  id: string,
  state: 'due' | 'paid' | 'unmatched',
  { cursor, limit, outcome }: Place,
  signal: AbortSignal,
) {
  const more = { ...(cursor === undefined ? {} : { cursor }), ...(outcome === undefined ? {} : { outcome }) };
  const query = { state, limit, ...more };
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
export const unmatchedQuery = (campaignId: string, place: Place, outcome?: UnmatchedPayment['outcome']) =>
  queryOptions({
    queryKey: ['fees', campaignId, 'unmatched', place, outcome],
    queryFn: async ({ signal }) => {
      const { items, next } = await pageOf(campaignId, 'unmatched', { ...place, outcome }, signal);
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

interface RegisterFilter extends Place {
  readonly q?: string | undefined;
  readonly state?: RegisteredFee['state'] | undefined;
  readonly part?: RegisteredFee['part'] | undefined;
}

/** The register of fees of a campaign, by pay code. */
export const registerQuery = (campaignId: string, filter: RegisterFilter) =>
  queryOptions({
    queryKey: ['fees', campaignId, 'register', filter],
    queryFn: ({ signal }) => {
      const query = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      return answer(
        api.GET('/api/campaigns/{id}/fee-register', { params: { path: { id: campaignId }, query }, signal }),
      );
    },
    enabled: campaignId !== '',
    refetchInterval: POLL_INTERVAL,
    placeholderData: (previous) => previous,
  });

/** One fee with its entries, kept payments and refunds. */
export const feeQuery = (campaignId: string, payCode: string) =>
  queryOptions({
    queryKey: ['fees', campaignId, 'fee', payCode],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/campaigns/{id}/fee-register/{payCode}', {
          params: { path: { id: campaignId, payCode } },
          signal,
        }),
      ),
    enabled: campaignId !== '',
    refetchInterval: POLL_INTERVAL,
  });

/** Refunds of a campaign, oldest first. */
export const refundsQuery = (campaignId: string, state: Refund['state'] | undefined, { cursor, limit }: Place) =>
  queryOptions({
    queryKey: ['fees', campaignId, 'refunds', state, cursor, limit],
    queryFn: ({ signal }) => {
      const query = { limit, ...(state === undefined ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) };
      return answer(api.GET('/api/campaigns/{id}/refunds', { params: { path: { id: campaignId }, query }, signal }));
    },
    enabled: campaignId !== '',
    refetchInterval: POLL_INTERVAL,
    placeholderData: (previous) => previous,
  });
