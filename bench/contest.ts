import { bareTimerEach, bareTimerOne } from './bare/bare.js';
import { floor } from './bare/floor.js';
import type { Options } from './benchmark.js';
import type { Arena, Contender } from './contender.js';
import { live } from './lifecycleLoad.js';
import type { Conditions } from './stack/machine.js';
import { wholeStack } from './stack/wholeStack.js';

/** What the product is measured beside: the engine alone, written in two ways. */
export const bareEngines: readonly Contender[] = [bareTimerEach, bareTimerOne];
const contenders: readonly Contender[] = [wholeStack, ...bareEngines, floor];

const WARM_UP = { clients: 32, lifecycleCases: 64 };

/** What everybody's figures have in common, told once. */
export const methodology =
  `on new servers and empty databases for each contender and repeat, one running at a time, interleaved, after ` +
  `${WARM_UP.lifecycleCases} lives of warm-up. Everything, the clients included, shares this machine.`;

/** Measures every contender in every repeat. The results are in the order of the repeats. */
export async function contest<Result>(
  { repeats, print }: Pick<Options, 'repeats' | 'print'>,
  measure: (arena: Arena, contender: Contender) => Promise<Result>,
): Promise<{ readonly conditions: Conditions; readonly results: ReadonlyMap<Contender, readonly Result[]> }> {
  const results = new Map(contenders.map((contender) => [contender, [] as Result[]]));
  let conditions: Conditions = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const contender of rotated(contenders, repeat)) {
      print(`repeat ${repeat + 1} of ${repeats}: ${contender.name}`);
      const arena = await contender.open();
      try {
        await live(arena, { ...WARM_UP, lifecycleCases: WARM_UP.lifecycleCases * contender.effort });
        results.get(contender)?.push(await measure(arena, contender));
        if (contender === wholeStack) conditions = arena.conditions;
      } finally {
        await arena.close();
      }
    }
  }
  return { conditions, results };
}

/** Each repeat begins with another one, so that none always runs first. */
function rotated<Each>(all: readonly Each[], repeat: number): readonly Each[] {
  const first = repeat % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}
