import type { Policy } from '../../policy/policy.js';
import type { Facts } from '../facts.js';

/** Whether corrections of what was published are published anew in a campaign. */
export function mayRepublish({ stages, correctionRepublish }: Policy): boolean {
  return stages.unitPublicity.value && correctionRepublish.value;
}

/**
 * Whether what Annex 1 published has been changed by a correction, so that it has to be published anew before the committee
 * audits it (通知 四（二）: 对公示无异议的，按规定程序报送). Where nothing was published, nothing is published anew.
 */
export function asksRepublish(
  { publishedHash, publishableHash }: Pick<Facts, 'publishedHash' | 'publishableHash'>,
  policy: Policy,
): boolean {
  return mayRepublish(policy) && publishedHash !== publishableHash;
}

/** Whether a correction goes to the unit before the committee: always by the policy, or to be published anew. */
export function goesToUnit(facts: Parameters<typeof asksRepublish>[0], policy: Policy): boolean {
  return policy.correctionViaUnit.value || asksRepublish(facts, policy);
}
