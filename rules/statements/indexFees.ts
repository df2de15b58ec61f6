import { payCodesIn } from '../fees/payCode.js';
import type { MatchedFee } from './matchLines.js';
import { numbersIn } from './referencesIn.js';
import type { StatementLine } from './statementLine.js';

/** Fees to be found by what a line says. */
export interface FeeIndex {
  /** The fees whose pay code, or whose application's short number, a remark names; each once. */
  namedIn(remark: string): readonly MatchedFee[];
  /** The fees of those whose name stands as the other party or in the remark; each once. */
  applicantsIn(line: Pick<StatementLine, 'counterparty' | 'remark'>): readonly MatchedFee[];
  /** The fees of this amount that are due. */
  ofAmount(amount: number): readonly MatchedFee[];
}

/** A shorter name stands in too many remarks to say anything. */
const shortestName = 2;

/** As names are compared: the separator of names and blanks do not count. */
const plainName = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s·•‧・.]/g, '')
    .toLowerCase();

export function indexFees(fees: readonly MatchedFee[]): FeeIndex {
  const byCode = grouped(
    fees.filter(({ code }) => code !== null),
    ({ code }) => code ?? '',
  );
  const byNumber = grouped(fees, ({ number }) => number);
  const byName = grouped(fees, ({ applicantName }) => plainName(applicantName));
  const byAmount = grouped(
    fees.filter(({ state }) => state === 'due'),
    ({ amount }) => amount,
  );
  const lengths = [...new Set([...byName.keys()].map(({ length }) => length))].filter(
    (length) => length >= shortestName,
  );

  return {
    namedIn(remark) {
      const numbers = numbersIn(remark).flatMap((number) => byNumber.get(number) ?? []);
      const coded = payCodesIn(remark).flatMap((code) => byCode.get(code) ?? []);
      // Who writes both names one fee: the code says which part.
      const narrowed = numbers.filter((fee) => !coded.some((one) => one.applicationId === fee.applicationId));
      return [...new Set([...coded, ...narrowed])];
    },
    applicantsIn({ counterparty, remark }) {
      const found = [counterparty, remark]
        .map(plainName)
        .flatMap((text) =>
          lengths.flatMap((length) =>
            Array.from(
              { length: Math.max(0, text.length - length + 1) },
              (_, at) => byName.get(text.slice(at, at + length)) ?? [],
            ).flat(),
          ),
        );
      return [...new Set(found)];
    },
    ofAmount: (amount) => byAmount.get(amount) ?? [],
  };
}

function grouped<Key>(
  fees: readonly MatchedFee[],
  keyOf: (fee: MatchedFee) => Key,
): ReadonlyMap<Key, readonly MatchedFee[]> {
  const groups = new Map<Key, MatchedFee[]>();
  for (const fee of fees) {
    const group = groups.get(keyOf(fee));
    if (group) group.push(fee);
    else groups.set(keyOf(fee), [fee]);
  }
  return groups;
}
