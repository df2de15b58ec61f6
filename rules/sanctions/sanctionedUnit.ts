import { lifecycle, type Status, type StatusLaw, statuses } from '../application/lifecycle.js';

/**
 * Statuses in which an application stands at a unit that has not recommended it yet. While a sanction of the unit runs, the
 * department above recommends in its place, where the policy has it so.
 */
export const beforeRecommendation: readonly Status[] = statuses.filter((status) => {
  const { turn, deadlines }: StatusLaw = lifecycle[status];
  return turn === 'unit' && deadlines.includes('filing_cutoff');
});
