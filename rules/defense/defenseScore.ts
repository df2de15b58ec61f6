import type { DefenseScores } from '../application/act.js';
import type { Score } from '../application/facts.js';

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** Whole numbers that JSON carries exactly; more would no longer be the exact score. */
function exactly(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('a score outgrew the whole numbers JSON carries');
  return Number(value);
}

/** The exact average of a defense: the sum of the sheets in hundredths of a point and how many there are; null for none. */
export function scoreOf(sheets: DefenseScores['sheets']): Score | null {
  const counted = sheets.filter(({ recused }) => !recused);
  if (counted.length === 0) return null;
  return { sum: counted.reduce((sum, { points }) => sum + points, 0), count: counted.length };
}

/** Negative when the first score is lower, 0 when they are equal, positive when it is higher; exact. */
export function compareScores(one: Score, other: Score): number {
  const difference = BigInt(one.sum) * BigInt(other.count) - BigInt(other.sum) * BigInt(one.count);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The score in points as people read it, rounded half up, by default to two decimals: `85.33`. Text only; never counted with. */
export function formatScore({ sum, count }: Score, decimals = 2): string {
  const parts = 10n ** BigInt(decimals);
  const divisor = 100n * BigInt(count);
  const rounded = (2n * BigInt(sum) * parts + divisor) / (2n * divisor);
  if (decimals === 0) return `${rounded}`;
  return `${rounded / parts}.${String(rounded % parts).padStart(decimals, '0')}`;
}

/**
 * What an exempt candidate is scored with (通知 四（四）): the exact average of the averages of those who defended in the
 * specialty this year, in lowest terms. Null when nobody defended: the score is then absent.
 */
export function specialtyAverage(scores: readonly Score[]): Score | null {
  if (scores.length === 0) return null;
  let [sum, count] = [0n, 1n];
  for (const score of scores) {
    sum = sum * BigInt(score.count) + BigInt(score.sum) * count;
    count *= BigInt(score.count);
    const common = greatestCommonDivisor(sum, count);
    [sum, count] = [sum / common, count / common];
  }
  count *= BigInt(scores.length);
  const common = greatestCommonDivisor(sum, count);
  return { sum: exactly(sum / common), count: exactly(count / common) };
}
