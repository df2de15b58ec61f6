import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { RowVerdict } from '../../../rules/directory/importKinds.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type DirectoryImport = components['schemas']['DirectoryImport'];
export type ImportRow = components['schemas']['DirectoryImportRow'];
export const IMPORTS = 'directory-imports';

/** The latest tables of a campaign's experts; null: of the whole installation. */
export const importsQuery = (campaignId: string | null) =>
  queryOptions({
    queryKey: [IMPORTS, { campaignId }],
    enabled: campaignId !== '',
    queryFn: async ({ signal }) => {
      const query = campaignId === null ? {} : { campaignId };
      return (await answer(api.GET('/api/directory-imports', { params: { query }, signal }))).items;
    },
  });

/** The page of a table: that of operators, or of the office whose experts it has. */
export const pageOfTable = ({ campaignId }: Pick<DirectoryImport, 'campaignId'>) =>
  campaignId === null ? '/operator/imports' : '/office/experts/tables';

/** One table and how far it is. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: [IMPORTS, id],
    queryFn: ({ signal }) => answer(api.GET('/api/directory-imports/{id}', { params: { path: { id } }, signal })),
  });

/** Its rows, those with a verdict or all. */
export const importRowsQuery = (id: string, verdict: RowVerdict | null) =>
  infiniteQueryOptions({
    queryKey: [IMPORTS, id, 'rows', verdict],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(verdict === null ? {} : { verdict }), cursor: pageParam };
      return answer(api.GET('/api/directory-imports/{id}/rows', { params: { path: { id }, query }, signal }));
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }: { readonly next: string | null }) => (next === null ? undefined : Number(next)),
  });

/** The invitations of a table that are to be printed. */
export const sheetsQuery = (id: string) =>
  queryOptions({
    queryKey: [IMPORTS, id, 'sheets'],
    enabled: id !== '',
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/directory-imports/{id}/sheets', { params: { path: { id } }, signal }))).items,
  });
