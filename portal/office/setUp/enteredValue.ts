import type { Ruled } from '../../../rules/policy/policy.js';
import { isRuled } from '../../../rules/policy/policyValues.js';
import { wordsClause } from '../../../rules/policy/words.js';
import { textOf } from '../policy/values/kinds/partOf.js';

const ofNotice = /^通知(?!.*未(规定|写明|注明|明确))/;

/**
 * A value with what somebody has entered of it. A clause of the notice makes the notice its source, and confirms it: whoever
 * enters it has the notice at hand.
 */
export function enteredValue(present: unknown, change: Partial<Ruled<unknown>>): Ruled<unknown> {
  const begun: Ruled<unknown> = isRuled(present)
    ? present
    : { value: undefined, clause: '', source: 'notice', confirmed: true };
  const next = { ...begun, ...change };
  const stated = 'clause' in change && !('source' in change) && ofNotice.test(next.clause);
  return stated ? { ...next, source: 'notice', confirmed: true } : next;
}

/** The office's own words with what somebody has written of them; undefined: nothing is left of them. */
export function enteredWords(present: unknown, value: unknown): Ruled<unknown> | undefined {
  if (textOf(value, 'zh') === '' && textOf(value, 'en') === '') return undefined;
  return isRuled(present) ? { ...present, value } : { value, clause: wordsClause, source: 'default', confirmed: true };
}
