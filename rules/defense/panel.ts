import type { DefenseScores } from '../application/act.js';

interface Sheet {
  readonly expertId: string;
  readonly total: number;
  readonly submitted: boolean;
}

/** The experts who score one application: the session's panel without the recused. */
export function scorersOf(panel: readonly string[], recused: ReadonlySet<string>): readonly string[] {
  return panel.filter((expertId) => !recused.has(expertId));
}

/** The scorers whose sheets have not come in. */
export function stillToScore(scorers: readonly string[], sheets: readonly Sheet[]): readonly string[] {
  const done = new Set(sheets.filter(({ submitted }) => submitted).map(({ expertId }) => expertId));
  return scorers.filter((expertId) => !done.has(expertId));
}

/**
 * The sheets that count: submitted, and by a scorer, without experts recused since. Sorted by expert, so that the order of
 * submission does not matter.
 */
export function countedSheets(scorers: readonly string[], sheets: readonly Sheet[]): DefenseScores['sheets'] {
  return sheets
    .filter(({ expertId, submitted }) => submitted && scorers.includes(expertId))
    .map(({ expertId, total }) => ({ expertId, points: total, recused: false }))
    .toSorted((one, other) => (one.expertId < other.expertId ? -1 : 1));
}
