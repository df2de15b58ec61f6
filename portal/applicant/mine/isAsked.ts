import type { Policy } from '../../../rules/policy/policy.js';
import { holds, type Obligation } from '../../../rules/policy/stagePlan.js';
import type { Application } from '../../api/applications.js';

/** Whether fee or originals are asked of this candidate by now: at the latest after the audit, or since they have a deadline. */
export function isAsked(
  obligation: Obligation,
  { profile, acceptedAt, deadlines }: Application,
  policy: Policy,
): boolean {
  return (
    holds(obligation, profile, policy) &&
    (acceptedAt !== null || deadlines.some((deadline) => deadline?.name === 'payment_due'))
  );
}
