import type { Unit } from '../../records/people/organisations.js';
import type { Actor } from '../../rules/application/act.js';
import { findLaw, type Role, statuses } from '../../rules/application/lifecycle.js';
import { sampleUnits } from '../samples/organisations.js';
import { isApiStep, type Step, type StepActor } from './plans/plan.js';
import type { RehearsalCase } from './rehearsalCase.js';

const roles: Readonly<Record<StepActor, Role>> = {
  applicant: 'applicant',
  unit: 'unit',
  stranger: 'unit',
  department: 'department',
  upper_department: 'department',
  office: 'office',
  second_office: 'office',
  finance: 'finance',
  expert: 'expert',
  supervisor: 'supervisor',
  operator: 'operator',
  bank: 'bank',
};

/** The role of an actor. */
export function roleOf(actor: StepActor): Role {
  return roles[actor];
}

/** A unit other than the applicant's. */
export function otherUnit({ id }: Unit): Unit {
  const other = sampleUnits.find((unit) => unit.id !== id);
  if (!other) throw new Error('there is one unit only');
  return other;
}

/** The unit, department or campaign an actor is bound to; null for actors of every campaign. */
export function scopeOf(
  actor: StepActor,
  { unit, candidacy }: Pick<RehearsalCase, 'unit' | 'candidacy'>,
): string | null {
  switch (actor) {
    case 'applicant':
    case 'unit':
      return unit.id;
    case 'stranger':
      return otherUnit(unit).id;
    case 'department':
      return unit.chain[0] ?? null;
    case 'upper_department':
      return unit.chain[1] ?? null;
    case 'operator':
    case 'bank':
      return null;
    default:
      return candidacy.policy.id;
  }
}

/**
 * The actor of a step as the rules see it. An applicant who is also a clerk acts as the clerk where the rules require
 * one.
 */
export function actorOf({ actor, event }: Step, testCase: RehearsalCase, applicantId: string): Actor {
  const scope = scopeOf(actor, testCase);
  if (actor !== 'applicant') return { role: roleOf(actor), personId: actor, scope };
  const isApplicants =
    isApiStep(event) || statuses.some((status) => findLaw(status, event)?.allowedRoles.includes(actor));
  const role = testCase.plan.clerk && !isApplicants ? 'unit' : actor;
  return { role, personId: applicantId, scope };
}
