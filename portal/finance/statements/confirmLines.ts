import type { FeePart } from '../../../rules/candidate/fees.js';
import { confirmedAtOnce } from '../../../rules/statements/verdicts.js';
import { answer, api } from '../../api/client.js';
import { type JudgedLine, pageOfLines } from './statementQueries.js';

interface Of {
  readonly campaignId: string;
  readonly statementId: string;
}
export interface Decision {
  readonly lineId: string;
  readonly applicationId: string;
  readonly part: FeePart;
}

/** Confirms lines, and says what became of each. */
export async function confirmSome({ campaignId: id, statementId }: Of, items: readonly Decision[]) {
  const params = { path: { id, statementId } };
  const body = { items: [...items] };
  return (await answer(api.POST('/api/campaigns/{id}/statements/{statementId}/confirm', { params, body }))).items;
}

/** What a confirmation of many came to so far. */
export interface Progressed {
  readonly done: number;
  readonly refused: number;
}

/** Confirms all lines that match, part by part: each part is read anew, so that nothing is confirmed that no longer matches. */
export async function confirmCertain(of: Of, told: (so: Progressed) => void): Promise<Progressed> {
  let so: Progressed = { done: 0, refused: 0 };
  for (let cursor: number | null = 0; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof pageOfLines>> = await pageOfLines({
      ...of,
      verdict: 'certain',
      cursor,
      limit: confirmedAtOnce,
    });
    const items = page.items.flatMap(decisionOf);
    const outcomes = items.length === 0 ? [] : await confirmSome(of, items);
    const refused = outcomes.filter(({ outcome }) => outcome === 'refused').length;
    so = { done: so.done + outcomes.length - refused, refused: so.refused + refused };
    told(so);
    cursor = page.next === null ? null : Number(page.next);
  }
  return so;
}

function decisionOf({ id, candidates }: JudgedLine): Decision[] {
  const [fee] = candidates;
  return fee === undefined ? [] : [{ lineId: id, applicationId: fee.applicationId, part: fee.part }];
}
