import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { LineVerdict } from '../../../rules/statements/verdicts.js';
import { answer, api } from '../../api/client.js';
import type { components } from '../../api/schema.js';

export type Statement = components['schemas']['Statement'];
export type JudgedLine = components['schemas']['StatementLine'];
export const STATEMENTS = 'statements';

/** The statements of a campaign, the latest first. */
export const statementsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: [STATEMENTS, campaignId],
    enabled: campaignId !== '',
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/campaigns/{id}/statements', { params: { path: { id: campaignId } }, signal }))).items,
  });

/** The lines of a statement, those with a verdict or all. */
export const linesQuery = (campaignId: string, statementId: string, verdict: LineVerdict | null) =>
  infiniteQueryOptions({
    queryKey: [STATEMENTS, campaignId, statementId, verdict],
    queryFn: async ({ pageParam, signal }) =>
      await pageOfLines({ campaignId, statementId, verdict, cursor: pageParam, limit: 50 }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }: { readonly next: string | null }) => (next === null ? undefined : Number(next)),
  });

interface Asked {
  readonly campaignId: string;
  readonly statementId: string;
  readonly verdict: LineVerdict | null;
  readonly cursor: number;
  readonly limit: number;
}

/** One page of lines, and how many there are of each verdict. */
export async function pageOfLines(
  { campaignId: id, statementId, verdict, cursor, limit }: Asked,
  signal?: AbortSignal,
) {
  const query = { cursor, limit, ...(verdict === null ? {} : { verdict }) };
  const request = { params: { path: { id, statementId }, query }, ...(signal && { signal }) };
  return await answer(api.GET('/api/campaigns/{id}/statements/{statementId}/lines', request));
}
