import type { Policy, Ruled } from '../../../../rules/policy/policy.js';
import { isRuled } from '../../../../rules/policy/policyValues.js';

type Change = Pick<Ruled<unknown>, 'value' | 'clause'>;

/** The policy with a new value and clause at one path, added where there was none; null: without a value there. */
export function changeValue(policy: Policy, path: string, change: Change | null): Policy {
  return changeIn(policy, path.split('.'), change) as Policy;
}

function changeIn(part: unknown, [name, ...rest]: readonly string[], change: Change | null): unknown {
  if (name === undefined) {
    if (change === null) return null;
    // Whoever adds a value enters it with its clause, as the notice has it.
    return isRuled(part) ? { ...part, ...change } : { ...change, source: 'notice', confirmed: true };
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === name ? changeIn(value, rest, change) : value]),
  );
}
