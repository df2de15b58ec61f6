import type { Unit } from '../../records/people/organisations.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Candidacy } from '../samples/dossier.js';
import { sampleUnits } from '../samples/organisations.js';
import { samplePerson } from '../samples/people.js';
import { hearingTurns } from './hearingTurns.js';
import { plans } from './plans/allPlans.js';
import type { Candidate, Plan } from './plans/plan.js';
import { unitUnderSanction } from './unitUnderSanction.js';

/** One application of the rehearsal: a plan and a candidate. */
export interface RehearsalCase {
  /** The plan's name, with the number of its copy. */
  readonly name: string;
  /** 0 for the first application of its plan. */
  readonly copy: number;
  readonly plan: Plan;
  readonly unit: Unit;
  readonly candidacy: Candidacy;
  /** The candidate's turn in the defense session, from 0; null when they are not heard in it. */
  readonly turn: number | null;
}

/** As many applications as asked for: the plans in order, and again from the first; fitting units take turns. */
export function rehearsalCases(count: number, policy: Policy): readonly RehearsalCase[] {
  const nextTurn = hearingTurns();
  return Array.from({ length: count }, (_, index) => {
    const copy = Math.floor(index / plans.length);
    const plan = plans[index % plans.length];
    if (!plan) throw new Error('there is no plan');
    const unit = plan.unitSanctioned ? unitUnderSanction : unitFor(plan.candidate, index);
    const name = copy === 0 ? plan.name : `${plan.name}#${copy + 1}`;
    return { name, copy, plan, unit, candidacy: candidacyOf(plan, unit, index, policy), turn: nextTurn(plan) };
  });
}

function unitFor({ employerKind, chain }: Candidate, index: number): Unit {
  const fitting = sampleUnits.filter((unit) => unit.kind === employerKind && unit.chain.length === chain);
  const unit = fitting[index % fitting.length];
  if (!unit) throw new Error(`no unit is a ${employerKind} with ${chain} departments above it`);
  return unit;
}

function candidacyOf({ candidate }: Plan, { kind, name }: Unit, index: number, policy: Policy): Candidacy {
  const { level, track, specialty, exempt } = candidate;
  const profile = { level, track, specialty, employerKind: kind, defenseExempt: exempt };
  return { profile, person: samplePerson(index, policy.year), employer: name, policy };
}
