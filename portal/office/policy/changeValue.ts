import type { Policy, Ruled } from '../../../rules/policy/policy.js';
import { isRuled } from '../../../rules/policy/policyValues.js';

/** The policy with a new value and clause at one path. */
export function changeValue(policy: Policy, path: string, change: Pick<Ruled<unknown>, 'value' | 'clause'>): Policy {
  return changeIn(policy, path.split('.'), change) as Policy;
}

function changeIn(part: unknown, [name, ...rest]: readonly string[], change: object): unknown {
  if (isRuled(part)) return { ...part, ...change };
  if (typeof part !== 'object' || part === null || name === undefined) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === name ? changeIn(value, rest, change) : value]),
  );
}
