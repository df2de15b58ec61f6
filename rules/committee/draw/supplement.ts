import type { DrawPlan } from './plan.js';

/**
 * The plan of a supplementary draw: the experts of one specialty without a place in the committee, drawn by the same
 * rules, without alternates. The minimum size of a committee does not apply to it.
 *
 * @param whole the pool of the whole committee
 */
export function supplementOf(
  whole: DrawPlan,
  {
    specialty,
    size,
    placed,
  }: { readonly specialty: string; readonly size: number; readonly placed: ReadonlySet<string> },
): DrawPlan {
  return {
    ...whole,
    size,
    minimum: 1,
    odd: false,
    alternates: 0,
    quotas: { [specialty]: size },
    specialties: [specialty],
    experts: whole.experts.filter((expert) => expert.specialty === specialty && !placed.has(expert.id)),
  };
}
