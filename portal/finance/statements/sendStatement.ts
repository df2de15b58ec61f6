import type { StatementLayoutName } from '../../../rules/statements/layouts.js';
import type { StatementLine } from '../../../rules/statements/statementLine.js';
import { linesSentAtOnce } from '../../../rules/statements/verdicts.js';
import { answer, api } from '../../api/client.js';

interface Given {
  readonly campaignId: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly layout: StatementLayoutName | 'own';
  readonly lines: readonly StatementLine[];
}

/** What one request may hold, less than the server takes. */
const mostCharacters = 200_000;

/** Sends the lines of a statement in parts; interrupted and sent again, it goes on. Returns its id. */
export async function sendStatement(
  { campaignId, lines, ...head }: Given,
  told: (sent: { readonly done: number; readonly all: number }) => void,
): Promise<string> {
  const path = { id: campaignId };
  const body = { ...head, lineCount: lines.length };
  const { id: statementId } = await answer(api.POST('/api/campaigns/{id}/statements', { params: { path }, body }));
  let done = 0;
  for (const part of partsOf(lines)) {
    told({ done, all: lines.length });
    const params = { path: { ...path, statementId } };
    await answer(api.POST('/api/campaigns/{id}/statements/{statementId}/lines', { params, body: { lines: part } }));
    done += part.length;
  }
  return statementId;
}

function partsOf(lines: readonly StatementLine[]): StatementLine[][] {
  const parts: StatementLine[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const short = { ...line, counterparty: line.counterparty.slice(0, 200), remark: line.remark.slice(0, 1_000) };
    const length = JSON.stringify(short).length;
    const last = parts.at(-1);
    if (last === undefined || last.length >= linesSentAtOnce || size + length > mostCharacters) {
      parts.push([short]);
      size = length;
    } else {
      last.push(short);
      size += length;
    }
  }
  return parts;
}
