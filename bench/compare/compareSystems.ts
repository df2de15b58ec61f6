import { bareTimerEach, bareTimerOne } from '../bare/bare.js';
import { floor } from '../bare/floor.js';
import type { Options } from '../benchmark.js';
import type { Conditions } from '../stack/machine.js';
import { wholeStack } from '../stack/wholeStack.js';
import { runLifecycles } from './runLifecycles.js';
import type { RunningSystem, SystemUnderTest } from './systemUnderTest.js';

/** The engine alone, written in two ways: the product is compared with both. */
export const bareEngines: readonly SystemUnderTest[] = [bareTimerEach, bareTimerOne];
const systems: readonly SystemUnderTest[] = [wholeStack, ...bareEngines, floor];

const WARM_UP = { clients: 32, applications: 64 };

/** What the figures of all systems have in common. */
export const methodology =
  `on new servers and empty databases for each contender and repeat, one running at a time, interleaved, after ` +
  `${WARM_UP.applications} lifecycles of warm-up. Everything, the clients included, shares this machine.`;

/** Measures every system in every repeat. Results are in the order of the repeats. */
export async function compareSystems<Result>(
  { repeats, print }: Pick<Options, 'repeats' | 'print'>,
  measure: (running: RunningSystem, system: SystemUnderTest) => Promise<Result>,
): Promise<{ readonly conditions: Conditions; readonly results: ReadonlyMap<SystemUnderTest, readonly Result[]> }> {
  const results = new Map(systems.map((system) => [system, [] as Result[]]));
  let conditions: Conditions = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const system of rotated(systems, repeat)) {
      print(`repeat ${repeat + 1} of ${repeats}: ${system.name}`);
      const running = await system.open();
      try {
        await runLifecycles(running, { ...WARM_UP, applications: WARM_UP.applications * system.effort });
        results.get(system)?.push(await measure(running, system));
        if (system === wholeStack) conditions = running.conditions;
      } finally {
        await running.close();
      }
    }
  }
  return { conditions, results };
}

/** Each repeat begins with another system, so that none always runs first. */
function rotated<Each>(all: readonly Each[], repeat: number): readonly Each[] {
  const first = repeat % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}
