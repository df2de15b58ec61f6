import { fieldsByPath } from '../../../../rules/policy/fieldsByPath.js';
import type { Policy, Ruled } from '../../../../rules/policy/policy.js';
import { isRuled } from '../../../../rules/policy/policyValues.js';

type Change = Pick<Ruled<unknown>, 'value' | 'clause'>;

/** The policy with a new value and clause at one path, added where there was none; null: without a value there. */
export function changeValue(policy: Policy, path: string, change: Change | null): Policy {
  // Whoever adds a value enters it with its clause, as the notice has it; the office's own words are of no notice.
  const source = fieldsByPath[path]?.kind === 'words' ? 'default' : 'notice';
  return changeIn(policy, path.split('.'), change && { source, confirmed: true, ...change }) as Policy;
}

function changeIn(part: unknown, [name, ...rest]: readonly string[], change: Ruled<unknown> | null): unknown {
  if (name === undefined) {
    if (change === null) return null;
    return isRuled(part) ? { ...part, value: change.value, clause: change.clause } : change;
  }
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, key === name ? changeIn(value, rest, change) : value]),
  );
}
