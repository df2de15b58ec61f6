import type { LocalDate } from '../calendar/instant.js';
import type { FeePart } from '../candidate/fees.js';
import { type FeeState, isPayable, stateAfter } from '../fees/feeStates.js';
import { type FeeIndex, indexFees } from './indexFees.js';
import { looksLikeDate } from './referencesIn.js';
import { dayOfLine, keyOfLine, type StatementLine } from './statementLine.js';
import type { LineReason, LineVerdict } from './verdicts.js';

/** A fee of a campaign as lines are compared with it. */
export interface MatchedFee {
  readonly applicationId: string;
  readonly part: FeePart;
  /** The pay code; null: it has none. */
  readonly code: string | null;
  /** The short number of the application. */
  readonly number: string;
  readonly applicantName: string;
  /** In fen. */
  readonly amount: number;
  /** `due`: to be paid now; `paid`; `other`: not asked for now. */
  readonly state: 'due' | 'paid' | 'other';
  /** The days on which its money may have come: the day stated, and that of the registration. */
  readonly paidDays: readonly LocalDate[];
  /** Whether it was confirmed from a line of a statement: no other line is that payment. */
  readonly fromLine: boolean;
}

/** What the state of a fee is to a payment. */
export function stateToMatch(state: FeeState): MatchedFee['state'] {
  if (isPayable(state)) return 'due';
  return stateAfter(state, 'refund') === null ? 'other' : 'paid';
}

/** What of other sources is known of lines before they are matched. */
export interface KnownLines {
  /** Keys of lines that were imported before; null: these lines are recorded, so that none is there twice. */
  readonly keys: ReadonlySet<string> | null;
  /** Serial numbers under which the bank's messages registered money. */
  readonly serials: ReadonlySet<string>;
}

/** A line's verdict, and the fees it may belong to, the likeliest first. */
export interface LineMatch {
  readonly verdict: LineVerdict;
  readonly reason: LineReason | null;
  readonly candidates: readonly MatchedFee[];
}

/** Candidates shown beside a line; more than these of one amount say nothing. */
const mostCandidates = 5;

/**
 * What each line of a statement is to the fees of a campaign. The verdict of a line does not depend on where it stands: of several that
 * name the same fee the earliest is its payment. Only a code or short number with exactly the fee makes a match certain; a name
 * never does, since scan payments name the company that carries them.
 */
export function matchLines<Line extends StatementLine>(
  lines: readonly Line[],
  fees: readonly MatchedFee[],
  known: KnownLines,
): ReadonlyMap<Line, LineMatch> {
  const index = indexFees(fees);
  const matches = new Map<Line, LineMatch>();
  const keys = new Set(known.keys ?? []);
  const taken = new Set<MatchedFee>();
  const keyed = lines.map((line) => ({ line, key: keyOfLine(line) }));
  for (const { line, key } of keyed.toSorted(byTime)) {
    const repeated = known.keys !== null && keys.has(key);
    keys.add(key);
    matches.set(line, repeated ? already('same_line') : matchLine(line, index, { known, taken }));
  }
  return new Map(lines.map((line) => [line, matches.get(line) as LineMatch]));
}

const byTime = (one: Keyed, other: Keyed) =>
  textually(one.line.booked, other.line.booked) || textually(one.key, other.key) || one.line.row - other.line.row;
interface Keyed {
  readonly line: StatementLine;
  readonly key: string;
}
const textually = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

const already = (reason: LineReason, candidates: readonly MatchedFee[] = []): LineMatch => ({
  verdict: 'known',
  reason,
  candidates,
});
const differs = (reason: LineReason, candidates: readonly MatchedFee[]): LineMatch => ({
  verdict: 'differs',
  reason,
  candidates,
});

interface Matching {
  readonly known: KnownLines;
  readonly taken: Set<MatchedFee>;
}

function matchLine(line: StatementLine, index: FeeIndex, { known, taken }: Matching): LineMatch {
  if (line.direction === 'out') return { verdict: 'outgoing', reason: null, candidates: [] };
  if (line.serial !== null && known.serials.has(line.serial)) return already('bank_message');
  const named = index.namedIn(line.remark);
  if (named.length === 0) return byNameAndAmount(line, index, taken);
  const applications = new Set(named.map(({ applicationId }) => applicationId));
  if (applications.size > 1) return differs('several', named.slice(0, mostCandidates));
  return namedFee(line, named, { index, taken });
}

/** A line that names one application: by a pay code one fee, by the short number each of its parts. */
function namedFee(
  line: StatementLine,
  named: readonly MatchedFee[],
  { index, taken }: { readonly index: FeeIndex; readonly taken: Set<MatchedFee> },
): LineMatch {
  const due = named.filter(({ state }) => state === 'due');
  const equal = due.filter(({ amount }) => amount === line.amount);
  const [fee] = equal;
  if (fee !== undefined && equal.length === 1) {
    if (taken.has(fee)) return differs('taken', [fee]);
    if (isPerhapsDate(line, fee) && !index.applicantsIn(line).includes(fee)) return differs('date_like', [fee]);
    taken.add(fee);
    return { verdict: 'certain', reason: null, candidates: [fee] };
  }
  const [paid] = named.filter(({ state }) => state === 'paid');
  if (due.length > 0) return differs('amount', due);
  if (paid === undefined) return differs('not_due', named);
  const mayBeIt = paid.amount === line.amount && !paid.fromLine && !taken.has(paid);
  if (!mayBeIt || !paid.paidDays.includes(dayOfLine(line))) return differs('paid_already', [paid]);
  taken.add(paid);
  return already('registered', [paid]);
}

function isPerhapsDate({ remark }: StatementLine, { code, number }: MatchedFee): boolean {
  return (
    code !== null &&
    looksLikeDate(code) &&
    !remark.replaceAll(/[\s-]/g, '').toUpperCase().includes(number.replaceAll('-', ''))
  );
}

/** Name and amount first, then the name alone, then the amount where few fees have it. */
function byNameAndAmount(line: StatementLine, index: FeeIndex, taken: ReadonlySet<MatchedFee>): LineMatch {
  const due = index.applicantsIn(line).filter((fee) => fee.state === 'due' && !taken.has(fee));
  const equal = index.ofAmount(line.amount).filter((fee) => !taken.has(fee));
  const candidates = [
    ...due.filter(({ amount }) => amount === line.amount),
    ...due.filter(({ amount }) => amount !== line.amount),
    ...(equal.length <= mostCandidates ? equal.filter((fee) => !due.includes(fee)) : []),
  ].slice(0, mostCandidates);
  return { verdict: candidates.length > 0 ? 'candidates' : 'none', reason: null, candidates };
}
