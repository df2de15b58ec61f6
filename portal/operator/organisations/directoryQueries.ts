import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Unit = components['schemas']['Unit'];
export type Account = components['schemas']['Account'];
const pageOf = (q: string, cursor: string | undefined) => ({
  ...(q === '' ? {} : { q }),
  ...(cursor === undefined ? {} : { cursor }),
});
const paging = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next ?? undefined,
};

/** Units with their reporting chains, filtered by name. */
export const unitsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['units', q],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/units', { params: { query: pageOf(q, pageParam) }, signal })),
    ...paging,
  });

/** Departments, filtered by name. */
export const departmentsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['departments', q],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/departments', { params: { query: pageOf(q, pageParam) }, signal })),
    ...paging,
  });

/** People with their roles, filtered by name or email. */
export const peopleQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['people', q],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/api/people', { params: { query: pageOf(q, pageParam) }, signal })),
    ...paging,
  });
