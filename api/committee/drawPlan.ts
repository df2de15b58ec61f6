import { openApplicationsOf } from '../../records/application/openApplicationsOf.js';
import { expertsToDraw } from '../../records/committee/experts.js';
import { recusedExperts } from '../../records/committee/recusals.js';
import type { Database } from '../../records/database.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import type { LocalDate } from '../../rules/calendar/instant.js';
import { drawPlanProblems, type PlanProblem } from '../../rules/committee/draw/drawPlanProblems.js';
import type { DrawPlan } from '../../rules/committee/draw/plan.js';
import { pooledSpecialty } from '../../rules/committee/experts.js';
import { minimumMembers } from '../../rules/policy/committees.js';
import type { CommitteeLaw, Policy } from '../../rules/policy/policy.js';
import { fieldError } from '../http/fieldErrors.js';
import { Problem } from '../http/problem.js';

interface DrawPlanQuery {
  readonly campaignId: string;
  readonly policy: Policy;
  readonly committee: CommitteeLaw;
  readonly size: number;
  readonly quotas: Readonly<Record<string, number>> | null;
  /** The day on which terms must run. */
  readonly on: LocalDate;
}

/** Everybody who could be drawn on a day, and under which numbers. */
export async function drawPlan(db: Database, query: DrawPlanQuery): Promise<DrawPlan> {
  const { campaignId, policy, committee, size, quotas, on } = query;
  const { specialties } = committee;
  const rules = policy.reviewCommittee;
  const [experts, applicationIds] = await Promise.all([
    expertsToDraw(db, { campaignId, specialties, on }),
    openApplicationsOf(db, { campaignId, specialties }),
  ]);
  const recused = await recusedExperts(db, { campaignId, applicationIds });
  const conflicted = new Set([...recused.values()].flatMap((ids) => [...ids]));
  return {
    campaignId,
    committee: committee.code,
    size,
    quotas,
    specialties,
    minimum: minimumMembers(committee, rules),
    odd: rules.odd.value,
    alternates: rules.alternates.value,
    experts: experts.flatMap(({ id, specialties: theirs }) => {
      const specialty = pooledSpecialty(theirs, specialties);
      return specialty === null ? [] : [{ id, specialty, conflicted: conflicted.has(id) }];
    }),
  };
}

/** @throws Problem with everything that keeps a plan from being drawn, each with its numbers */
export function refusePlan(plan: DrawPlan, policy: Policy, committee: CommitteeLaw): void {
  const problems = drawPlanProblems(plan);
  const [first] = problems;
  if (!first) return;
  const rules = policy.reviewCommittee;
  const minimum = committee.kind === 'series' ? rules.minimumSeries : rules.minimumSpecialty;
  const clauses: Partial<Record<PlanProblem['kind'], string>> = {
    below_minimum: minimum.clause,
    even: rules.odd.clause,
  };
  const nameOf = (code: string) => policy.specialties.find((one) => one.code === code)?.name ?? code;
  const errors = problems.map((problem) => fieldError(fieldOf(problem), bilingualOf(problem, nameOf)));
  const code =
    first.kind === 'too_few'
      ? 'experts_too_few'
      : first.kind === 'below_minimum'
        ? 'committee_too_small'
        : 'body_invalid';
  const message = {
    zh: errors.map(({ message }) => message).join(''),
    en: errors.map(({ messageEn }) => messageEn).join(' '),
  };
  throw new Problem(code, message, {
    errors,
    field: fieldOf(first),
    clause: clauses[first.kind] ?? '人社部令第40号（随机抽取评审专家）',
  });
}

function fieldOf(problem: PlanProblem): string {
  return 'specialty' in problem
    ? `quotas.${problem.specialty}`
    : problem.kind === 'quotas_do_not_add_up'
      ? 'quotas'
      : 'size';
}

function bilingualOf(problem: PlanProblem, nameOf: (code: string) => string): BilingualText {
  switch (problem.kind) {
    case 'below_minimum':
      return {
        zh: `委员${problem.size}人，少于规定的${problem.minimum}人。`,
        en: `A committee of ${problem.size} has fewer members than the ${problem.minimum} the rule asks for.`,
      };
    case 'even':
      return {
        zh: `委员${problem.size}人，应为单数。`,
        en: `A committee of ${problem.size} is even; the number has to be odd.`,
      };
    case 'quotas_do_not_add_up':
      return {
        zh: `各专业名额共${problem.sum}人，与委员${problem.size}人不符。`,
        en: `The places by specialty are ${problem.sum} in sum, and the committee has ${problem.size} members.`,
      };
    case 'quota_unknown':
      return {
        zh: `本评审委员会不审“${nameOf(problem.specialty)}”专业。`,
        en: `This committee does not judge the specialty “${nameOf(problem.specialty)}”.`,
      };
    case 'too_few':
      return {
        zh: `“${nameOf(problem.specialty)}”专业需要${problem.needed}人，专家库中只有${problem.available}人，还差${problem.missing}人。`,
        en: `The specialty “${nameOf(problem.specialty)}” needs ${problem.needed} experts, and the pool has only ${problem.available}; ${problem.missing} are missing.`,
      };
    case 'expert_twice':
    case 'expert_elsewhere':
      return { zh: '专家库有误，请联系运维。', en: 'The pool is not in order; please ask an operator.' };
  }
}
