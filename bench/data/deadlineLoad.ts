import type { WorkflowClient } from '@temporalio/client';
import { until } from '../../ops/process/ports.js';
import { drive } from '../measure.js';
import type { Conditions } from '../stack/machine.js';

export const loadNames = ['whole stack', 'bare engine', 'bare engine, memory bounded alike'] as const;
export type LoadName = (typeof loadNames)[number];

/** Workflows that all wait for a date, and what can be asked of them. */
export interface DeadlineLoad {
  readonly name: LoadName;
  readonly conditions: Conditions;
  readonly workerPid: number;
  readonly workflows: WorkflowClient;
  /** Starts one that is due at an instant; answers its workflow id. */
  start(due: number): Promise<string>;
  /** How late each that was due at an instant was recorded, ms; those not recorded yet are missing. */
  lateness(due: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

const STARTERS = 32;
// Started, a task scheduled, started and completed, and its timer.
const EVENTS_WHEN_WAITING = 5;
const LONGEST_WAIT = 300_000;

/** Starts many and waits until they wait. @returns milliseconds it took */
export async function startWaiting(load: DeadlineLoad, count: number, due: number): Promise<number> {
  const began = performance.now();
  const ids: string[] = [];
  await drive({ clients: STARTERS, jobs: count }, async () => {
    ids.push(await load.start(due));
  });
  // Tasks are given out in order, or nearly: when the last hundred wait, all do.
  for (const id of ids.slice(-100)) await waiting(load, id);
  return performance.now() - began;
}

async function waiting({ workflows, name }: DeadlineLoad, id: string): Promise<void> {
  const handle = workflows.getHandle(id);
  const ask = async () => (await handle.describe()).historyLength >= EVENTS_WHEN_WAITING;
  if (await until(ask, { timeoutMs: LONGEST_WAIT })) return;
  throw new Error(`${name}: ${id} does not wait for its date`);
}

/** Waits until all that were due are recorded. @returns how late each was, ms */
export async function latenessOfAll(
  { lateness, name }: DeadlineLoad,
  count: number,
  due: number,
): Promise<readonly number[]> {
  const ask = async () => (await lateness(due)).length >= count;
  const left = Math.max(0, due - Date.now());
  if (await until(ask, { timeoutMs: left + LONGEST_WAIT, everyMs: 1000 })) return await lateness(due);
  throw new Error(`${name}: only ${(await lateness(due)).length} of ${count} were recorded`);
}
