import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { answer, api } from './client.js';
import type { components } from './schema.js';
import { sessionIsKnown } from './session.js';

export type Role = NonNullable<components['schemas']['Role']>;

/** The signed-in person and their roles. */
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

/** The signed-in person; the shell renders no page before this is loaded. */
export const useMe = () => useSuspenseQuery(meQuery).data;
export type Binding = ReturnType<typeof useMe>['roles'][number];
