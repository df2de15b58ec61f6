import type { Policy } from '../../../rules/policy/policy.js';
import { type Errand, holds } from '../../../rules/policy/stagePlan.js';
import type { Application } from '../../api/applications.js';

/** Whether fee or originals are asked of this candidate by now: at the latest after the audit, or since they have a deadline. */
export function isAsked(errand: Errand, { profile, acceptedAt, deadlines }: Application, policy: Policy): boolean {
  return (
    holds(errand, profile, policy) &&
    (acceptedAt !== null || deadlines.some((deadline) => deadline?.name === 'payment_due'))
  );
}
