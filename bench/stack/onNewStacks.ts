import type { Options } from '../benchmark.js';
import type { Conditions } from './machine.js';
import { openStack, type Stack } from './stack.js';

/** Measures one round on a new stack for each repeat. */
export async function onNewStacks<Round>(
  { repeats, print, on = 'embedded' }: Pick<Options, 'repeats' | 'print'> & Partial<Pick<Options, 'on'>>,
  what: string,
  measure: (stack: Stack) => Promise<Round>,
): Promise<{ readonly conditions: Conditions; readonly rounds: readonly Round[] }> {
  const rounds: Round[] = [];
  let conditions: Conditions = [];
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    const stack = await openStack(on);
    try {
      print(`repeat ${repeat} of ${repeats}: ${what}`);
      rounds.push(await measure(stack));
      conditions = stack.conditions;
    } finally {
      await stack.close();
    }
  }
  return { conditions, rounds };
}
