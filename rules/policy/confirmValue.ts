import type { Policy } from './policy.js';
import { isRuled, policyValues } from './policyValues.js';

/** The policy with one value confirmed; null when it has no value at that path. */
export function confirmValue(policy: Policy, path: string): Policy | null {
  if (!policyValues(policy).some(([known]) => known === path)) return null;
  return confirmIn(policy, path.split('.')) as Policy;
}

function confirmIn(part: unknown, [name, ...rest]: readonly string[]): unknown {
  if (isRuled(part)) return { ...part, confirmed: true };
  if (typeof part !== 'object' || part === null || name === undefined) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === name ? confirmIn(value, rest) : value]),
  );
}
