import { queryOptions } from '@tanstack/react-query';
import type { UnsentState } from '../../../rules/notifications/letterStates.js';
import { POLL_INTERVAL } from '../../api/applications.js';
import { answer, api } from '../../api/client.js';

/** Engine, workers, pending work, versions in force. */
export const healthQuery = queryOptions({
  queryKey: ['operations', 'health'],
  queryFn: ({ signal }) => answer(api.GET('/api/operations/health', { signal })),
  refetchInterval: POLL_INTERVAL,
});

/** Applications with parked steps, as the workflow reports them. */
export const parkedQuery = queryOptions({
  queryKey: ['operations', 'parked'],
  queryFn: ({ signal }) => answer(api.GET('/api/operations/parked', { signal })),
  refetchInterval: POLL_INTERVAL,
});

/** Letters not sent yet. */
export const outboxQuery = (state: UnsentState) =>
  queryOptions({
    queryKey: ['operations', 'outbox', state],
    queryFn: ({ signal }) => answer(api.GET('/api/operations/outbox', { params: { query: { state } }, signal })),
    refetchInterval: POLL_INTERVAL,
  });

/** Registered acts without an outcome. */
export const intakesQuery = queryOptions({
  queryKey: ['operations', 'intakes'],
  queryFn: ({ signal }) => answer(api.GET('/api/operations/intakes', { signal })),
  refetchInterval: POLL_INTERVAL,
});

/** The checks of the record: how many lately, the last signature, and what does not hold. */
export const recordQuery = queryOptions({
  queryKey: ['operations', 'record'],
  queryFn: ({ signal }) => answer(api.GET('/api/operations/record', { signal })),
  refetchInterval: POLL_INTERVAL,
});
