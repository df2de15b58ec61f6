import type { Tally } from '../../../rules/application/facts.js';
import type { StepData } from '../plans/plan.js';
import type { RehearsalCase } from '../rehearsalCase.js';

const tally: Tally = { committee: 11, attending: 11, recused: 0, agree: 9, disagree: 1, abstain: 1 };

/** The tally a step records; nine of eleven agree by default. */
export function proposedTally(data: StepData): Tally {
  return data.tally ?? tally;
}

/** The experts' points in hundredths; by default three, different for each candidate. */
export function expertsPoints(
  { points }: StepData,
  { candidacy }: Pick<RehearsalCase, 'candidacy'>,
): readonly number[] {
  const own = (candidacy.person.index * 37) % 500;
  return points ?? [8_000 + own, 8_250 + own, 8_475 + own];
}

const defects = [
  { section: 'workSummary', field: 'text', text: '请补充近三年主持项目的说明。' },
  { section: 'achievements', field: 'entries', text: '请补充业绩的单位证明。' },
] as const;

/** The defects the office lists: as many as the step says, by default one. */
export function proposedDefects(data: StepData): readonly (typeof defects)[number][] {
  return defects.slice(0, data.defects ?? 1);
}
