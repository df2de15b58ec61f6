import type { Profile } from '../../../rules/application/facts.js';
import type { Policy } from '../../../rules/policy/policy.js';
import { holds, isEntrusted } from '../../../rules/policy/stagePlan.js';

/** How candidates of a track and level came to the title, as papers say it: 经…评审通过，并经公示. */
export function conferredBy(takes: Pick<Profile, 'track' | 'level'>, policy: Policy): string {
  const judged = isEntrusted(takes, policy)
    ? '经委托评审通过'
    : `经${policy.committee}${holds('meeting', takes, policy) ? '评审通过' : '审核确认'}`;
  return holds('public_notice', takes, policy) ? `${judged}，并经公示` : judged;
}
