import { tenActs } from '../../simulation/hurried/campaign.js';
import { drive } from '../measure.js';
import { watchProcessors } from '../stack/processes.js';
import type { RunningSystem } from './systemUnderTest.js';

/** Measurements of some applications from draft to conferral. */
export interface LifecycleRun {
  readonly applications: number;
  /** milliseconds of each act, and of opening each application */
  readonly acts: readonly number[];
  readonly begins: readonly number[];
  /** milliseconds of wall-clock time, and of processor time by process */
  readonly elapsed: number;
  readonly processors: Readonly<Record<string, number>>;
}

/** Lets each client take one application after the other from draft to conferral, act by act. */
export async function runLifecycles(
  running: RunningSystem,
  { clients, applications }: { readonly clients: number; readonly applications: number },
): Promise<LifecycleRun> {
  const acts: number[] = [];
  const begins: number[] = [];
  const read = watchProcessors(running.processes);
  const { elapsed } = await drive({ clients, jobs: applications }, async (client) => {
    let began = performance.now();
    const next = await running.begin(client);
    begins.push(performance.now() - began);
    for (const act of tenActs) {
      began = performance.now();
      await next(act);
      acts.push(performance.now() - began);
    }
  });
  return { applications, acts, begins, elapsed, processors: read() };
}
