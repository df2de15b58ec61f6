import type { Facts } from '../../rules/application/facts.js';
import { clauseOfConditions, explainUnmet } from '../../rules/candidate/unmetConditions.js';
import type { Policy } from '../../rules/policy/policy.js';

/** The verdict that none of the conditions is met, in words, and whether the office has accepted all the same; null: no such verdict. */
export function unmetBody({ unmetConditions = [], conditionsWaived, profile }: Facts, policy: Policy) {
  if (unmetConditions.length === 0) return null;
  const clause = `${clauseOfConditions(profile, policy)}、${policy.evidence.conditionsByOffice.clause}`;
  return { ...explainUnmet(unmetConditions, policy), clause, waived: conditionsWaived === true };
}
