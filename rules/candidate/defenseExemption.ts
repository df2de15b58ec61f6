import type { Profile } from '../application/facts.js';
import type { Policy } from '../policy/policy.js';
import { holds } from '../policy/stagePlan.js';

/** Whether candidates of this level defend before experts in this campaign (通知 四（四）). */
export function defends(profile: Pick<Profile, 'level' | 'track'>, policy: Policy): boolean {
  return holds('defense', profile, policy);
}

/** Whether this candidate claims an exemption that has to be proved; where no defense is held there is none. */
export function claimsExemption(profile: Profile, policy: Policy): boolean {
  return profile.defenseExempt && defends(profile, policy);
}
