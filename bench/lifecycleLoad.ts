import type { Arena } from './contender.js';
import { tenActs } from './data/campaign.js';
import { drive } from './measure.js';
import { watchProcessors } from './stack/processes.js';

/** What came of some lives from draft to conferral. */
export interface Lived {
  readonly lifecycleCases: number;
  /** milliseconds for each act, and for each beginning */
  readonly acts: readonly number[];
  readonly begins: readonly number[];
  /** milliseconds for all of it, wall clock, and of processors by process */
  readonly elapsed: number;
  readonly processors: Readonly<Record<string, number>>;
}

/** Lets clients carry one application after the other from draft to conferral, act by act. */
export async function live(
  arena: Arena,
  { clients, lifecycleCases }: { readonly clients: number; readonly lifecycleCases: number },
): Promise<Lived> {
  const acts: number[] = [];
  const begins: number[] = [];
  const read = watchProcessors(arena.processes);
  const { elapsed } = await drive({ clients, jobs: lifecycleCases }, async (client) => {
    let began = performance.now();
    const next = await arena.begin(client);
    begins.push(performance.now() - began);
    for (const act of tenActs) {
      began = performance.now();
      await next(act);
      acts.push(performance.now() - began);
    }
  });
  return { lifecycleCases, acts, begins, elapsed, processors: read() };
}
