import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';
import { sessionIsKnown } from './session.js';

export type Role = NonNullable<components['schemas']['Role']>;

/** Who is signed in, and in which roles. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const me = await answer(api.GET('/api/me'));
    sessionIsKnown();
    const roles = me.roles.flatMap(({ role, ...binding }) => (role === null ? [] : [{ ...binding, role }]));
    return { ...me, roles };
  },
  staleTime: 5 * 60_000,
  retry: false,
});

/** Who is signed in; the shell shows no page before it knows. */
export const useMe = () => useSuspenseQuery(meQuery).data;
export type Binding = ReturnType<typeof useMe>['roles'][number];
