import type { Policy } from '../policy.js';
import { isRuled } from '../policyValues.js';

function confirm(part: unknown): unknown {
  if (isRuled(part)) return { ...part, confirmed: true };
  if (Array.isArray(part) || typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, confirm(value)]));
}

/** The policy with every value confirmed, as the office does before a campaign opens: for demo, rehearsal and tests. */
export function confirmed(policy: Policy): Policy {
  return confirm(policy) as Policy;
}
