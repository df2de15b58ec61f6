import type { Policy, Ruled } from './policy.js';

/** Whether a part of a policy is a value with a clause. */
export function isRuled(part: unknown): part is Ruled<unknown> {
  return typeof part === 'object' && part !== null && 'clause' in part && 'confirmed' in part;
}

/** Every value of a policy with its path, `filing.committee`, in the policy's order. */
export function policyValues(policy: Policy): readonly (readonly [path: string, value: Ruled<unknown>])[] {
  const walk = (part: unknown, path: string): (readonly [string, Ruled<unknown>])[] => {
    if (isRuled(part)) return [[path, part]];
    if (Array.isArray(part) || typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`));
  };
  return walk(policy, '');
}
