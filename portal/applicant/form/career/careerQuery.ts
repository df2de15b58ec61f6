import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';

/** What the applicant entered in earlier applications and this one does not have. */
export const careerQuery = (id: string) =>
  queryOptions({
    queryKey: ['application', id, 'career'],
    queryFn: ({ signal }) => answer(api.GET('/api/applications/{id}/career', { params: { path: { id } }, signal })),
    staleTime: 30_000,
  });
