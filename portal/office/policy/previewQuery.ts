import { queryOptions } from '@tanstack/react-query';
import type { Policy } from '../../../rules/policy/policy.js';
import { answer, api } from '../../api/client.js';
import type { paths } from '../../api/schema.js';

type Body = paths['/api/campaigns/{id}/policy/preview']['post']['requestBody']['content']['application/json'];

/** A proposed policy, and the newer calendar to count on; without one, the calendar in force. */
export interface Proposed {
  readonly policy: Policy;
  readonly calendarVersion?: string | undefined;
}

/** Which running applications would gain, lose or miss a deadline under this proposal; changes nothing. */
export const preview = (id: string, proposed: Proposed, signal: AbortSignal | null = null) =>
  answer(
    api.POST('/api/campaigns/{id}/policy/preview', {
      params: { path: { id } },
      body: proposed as unknown as Body,
      signal,
    }),
  );

/** The same, for a page that loads it without a request by the person. */
export const previewQuery = (id: string, proposed: Proposed) =>
  queryOptions({
    queryKey: ['campaigns', id, 'preview', proposed.policy.version, proposed.calendarVersion],
    queryFn: ({ signal }) => preview(id, proposed, signal),
  });
