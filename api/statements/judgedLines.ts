import type { Database } from '../../records/database.js';
import { matchedFees, registeredSerials } from '../../records/statements/matchedFees.js';
import { linesOf, type RecordedLine } from '../../records/statements/statementLines.js';
import { type LineMatch, type MatchedFee, matchLines } from '../../rules/statements/matchLines.js';

/** The lines of a statement in their order, each with what it is to the fees of its campaign now. */
export async function judgedLines(
  db: Database,
  { campaignId, statementId }: { readonly campaignId: string; readonly statementId: string },
): Promise<readonly { readonly line: RecordedLine; readonly match: LineMatch }[]> {
  const [lines, fees] = await Promise.all([linesOf(db, statementId), matchedFees(db, campaignId)]);
  const open = lines.filter((line) => !isTaken(line));
  const serials = await registeredSerials(
    db,
    open.flatMap(({ serial }) => serial ?? []),
  );
  const matches = matchLines(open, fees, { keys: null, serials });
  return lines.map((line) => ({ line, match: matches.get(line) ?? taken(line, fees) }));
}

const isTaken = ({ applicationId, outcome }: RecordedLine) =>
  outcome === 'kept' || (applicationId !== null && outcome !== 'refused');

function taken({ applicationId, part, outcome }: RecordedLine, fees: readonly MatchedFee[]): LineMatch {
  const candidates = fees.filter((fee) => fee.applicationId === applicationId && fee.part === part);
  const reason = outcome === 'confirmed' || outcome === 'kept' ? outcome : 'under_way';
  return { verdict: 'known', reason, candidates };
}
