import type { Tally } from '../application/facts.js';
import type { BilingualText } from '../bilingualText.js';
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

const countMessage = {
  committee: { zh: '评委会人数', en: 'members of the committee' },
  attending: { zh: '出席人数', en: 'members attending' },
  recused: { zh: '回避人数', en: 'members recused' },
  agree: { zh: '同意票', en: 'votes for' },
  disagree: { zh: '反对票', en: 'votes against' },
  abstain: { zh: '弃权票', en: 'abstentions' },
} as const satisfies Record<keyof Tally, BilingualText>;

/** Why a tally cannot be right, or null when it adds up. */
export function tallyProblem(tally: Tally): BilingualText | null {
  const { committee, attending, recused } = tally;
  for (const [count, { zh, en }] of Object.entries(countMessage)) {
    const value = tally[count as keyof Tally];
    if (!Number.isSafeInteger(value) || value < 0) {
      return { zh: `${zh}须为不小于0的整数。`, en: `The number of ${en} has to be a whole number, 0 or more.` };
    }
  }
  if (attending > committee) {
    return {
      zh: `出席${attending}人，多于评委会${committee}人，请核对。`,
      en: `Attending: ${attending}, more than the ${committee} members of the committee. Please check.`,
    };
  }
  if (recused > attending) {
    return {
      zh: `回避${recused}人，多于出席${attending}人，请核对。`,
      en: `Recused: ${recused}, more than the ${attending} attending. Please check.`,
    };
  }
  const votes = tally.agree + tally.disagree + tally.abstain;
  const voters = votersOf(tally);
  return votes === voters
    ? null
    : {
        zh: `同意、反对、弃权共${votes}票，与出席且不回避的${voters}人不符，请核对。`,
        en: `For, against and abstentions are ${votes} in sum, and not the ${voters} who attended without being recused. Please check.`,
      };
}
