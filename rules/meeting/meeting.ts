import type { Tally } from '../facts.js';
import type { Fraction, Policy } from '../policy/policy.js';

/** Whether `part / whole` reaches the fraction, in whole numbers; never when there is no whole. */
function reaches(part: number, whole: number, { numerator, denominator }: Fraction): boolean {
  return whole > 0 && part * denominator >= whole * numerator;
}

/** Members who may vote on this application: those who attended, without the recused. */
export function votersOf(tally: Tally): number {
  return tally.attending - tally.recused;
}

/**
 * Whether enough of the committee attended (人社部令第40号). Members recused from this application are out of both
 * sides of the fraction, for this application only.
 */
export function quorumMet(tally: Tally, policy: Policy): boolean {
  return reaches(votersOf(tally), tally.committee - tally.recused, policy.meeting.quorum.value);
}

/** Whether enough of those attending agreed (人社部令第40号); an abstention counts as attending and not as agreeing. */
export function thresholdMet(
  tally: Tally,
  policy: { readonly meeting: Pick<Policy['meeting'], 'threshold'> },
): boolean {
  return reaches(tally.agree, votersOf(tally), policy.meeting.threshold.value);
}

const countWords = {
  committee: '评委会人数',
  attending: '出席人数',
  recused: '回避人数',
  agree: '同意票',
  disagree: '反对票',
  abstain: '弃权票',
} as const satisfies Record<keyof Tally, string>;

/** Why a tally cannot be right, in Chinese, or null when it adds up. */
export function tallyProblem(tally: Tally): string | null {
  for (const [count, words] of Object.entries(countWords)) {
    const value = tally[count as keyof Tally];
    if (!Number.isSafeInteger(value) || value < 0) return `${words}须为不小于0的整数。`;
  }
  if (tally.attending > tally.committee) {
    return `出席${tally.attending}人，多于评委会${tally.committee}人，请核对。`;
  }
  if (tally.recused > tally.attending) return `回避${tally.recused}人，多于出席${tally.attending}人，请核对。`;
  const votes = tally.agree + tally.disagree + tally.abstain;
  const voters = votersOf(tally);
  return votes === voters ? null : `同意、反对、弃权共${votes}票，与出席且不回避的${voters}人不符，请核对。`;
}
