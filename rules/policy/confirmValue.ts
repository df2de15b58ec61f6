import type { Policy } from './policy.js';
import { isRuled } from './policyValues.js';

/** The policy with the value at a path confirmed; the same policy when it has no value there. */
export function confirmValue(policy: Policy, path: string): Policy {
  return confirmIn(policy, path.split('.')) as Policy;
}

function confirmIn(part: unknown, [name, ...rest]: readonly string[]): unknown {
  if (isRuled(part)) return { ...part, confirmed: true };
  if (typeof part !== 'object' || part === null || name === undefined) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === name ? confirmIn(value, rest) : value]),
  );
}
