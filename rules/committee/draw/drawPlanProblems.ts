import type { DrawPlan } from './plan.js';
import { quotasOf } from './quotas.js';

/** Why a plan cannot be drawn from. */
export type PlanProblem =
  | { readonly kind: 'below_minimum'; readonly size: number; readonly minimum: number }
  | { readonly kind: 'even'; readonly size: number }
  | { readonly kind: 'quotas_do_not_add_up'; readonly size: number; readonly sum: number }
  | { readonly kind: 'quota_unknown'; readonly specialty: string }
  | { readonly kind: 'expert_twice'; readonly expertId: string }
  | { readonly kind: 'expert_elsewhere'; readonly expertId: string; readonly specialty: string }
  | {
      readonly kind: 'too_few';
      readonly specialty: string;
      readonly needed: number;
      readonly available: number;
      readonly missing: number;
    };

/** Everything that is wrong with a plan (人社部令第40号: 人数为单数且不少于规定人数); empty: it can be drawn. */
export function drawPlanProblems(plan: DrawPlan): readonly PlanProblem[] {
  const { size, minimum, odd, quotas, specialties, experts } = plan;
  const problems: PlanProblem[] = [];
  if (size < minimum) problems.push({ kind: 'below_minimum', size, minimum });
  if (odd && size % 2 === 0) problems.push({ kind: 'even', size });
  if (quotas) {
    const sum = Object.values(quotas).reduce((total, quota) => total + quota, 0);
    if (sum !== size) problems.push({ kind: 'quotas_do_not_add_up', size, sum });
    for (const specialty of Object.keys(quotas)) {
      if (!specialties.includes(specialty)) problems.push({ kind: 'quota_unknown', specialty });
    }
  }
  const seen = new Set<string>();
  for (const { id: expertId, specialty } of experts) {
    if (seen.has(expertId)) problems.push({ kind: 'expert_twice', expertId });
    if (!specialties.includes(specialty)) problems.push({ kind: 'expert_elsewhere', expertId, specialty });
    seen.add(expertId);
  }
  for (const { specialty, members, alternates, available } of quotasOf(plan)) {
    const needed = members + alternates;
    if (available < needed)
      problems.push({ kind: 'too_few', specialty, needed, available, missing: needed - available });
  }
  return problems;
}
