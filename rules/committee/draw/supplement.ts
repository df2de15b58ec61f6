import type { DrawPlan } from './plan.js';

/**
 * What a supplementary draw begins from: the experts of one specialty who have no place in the committee yet, drawn under
 * the rules of every draw, without alternates. How large a committee must be says nothing about the seats that are filled.
 *
 * @param whole everybody who could be drawn for the committee
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
