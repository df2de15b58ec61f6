import type { WorkflowClient } from '@temporalio/client';
import { until } from '../../ops/process/ports.js';
import { day } from '../../rules/calendar/instant.js';
import { drive } from '../measure.js';
import type { Conditions } from '../stack/machine.js';

export const loadNames = [
  'whole stack',
  'bare engine',
  'bare engine, memory bounded alike',
  'whole stack, cluster',
] as const;
export type LoadName = (typeof loadNames)[number];

/** Workflows that wait for a date, on one of the systems compared. */
export interface DeadlineLoad {
  readonly name: LoadName;
  readonly conditions: Conditions;
  readonly workerPid: number;
  readonly workflows: WorkflowClient;
  /** Starts a workflow due at an instant. Returns its workflow id. */
  start(due: number): Promise<string>;
  /** The lateness in ms of each recorded deadline due at an instant; those not recorded yet are missing. */
  lateness(due: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

const WARM_UP = 200;
const STARTERS = 32;
// Workflow started; task scheduled, started and completed; timer started.
const EVENTS_WHEN_WAITING = 5;
const LONGEST_WAIT = 300_000;

/** Starts many workflows and waits until all of them wait. @returns milliseconds it took */
export async function startWaiting(load: DeadlineLoad, count: number, due: number): Promise<number> {
  const began = performance.now();
  const ids: string[] = [];
  await drive({ clients: STARTERS, jobs: count }, async () => {
    ids.push(await load.start(due));
  });
  // Tasks are dispatched nearly in order: when the last hundred wait, all do.
  for (const id of ids.slice(-100)) await waiting(load, id);
  return performance.now() - began;
}

/**
 * Starts many workflows that wait for one instant. A warm-up with a later due date measures how fast they start; the instant is
 * then chosen so that all of them wait for it, and `spare` ms are left. @returns the instant
 */
export async function startDueTogether(load: DeadlineLoad, count: number, spare = 5_000): Promise<number> {
  const warmedUp = await startWaiting(load, WARM_UP, Date.now() + 30 * day);
  const due = Date.now() + Math.ceil((warmedUp / WARM_UP) * count * 1.3) + spare;
  await startWaiting(load, count, due);
  if (Date.now() > due - 500) throw new Error(`${load.name}: not all waited before they were due; run it alone`);
  return due;
}

async function waiting({ workflows, name }: DeadlineLoad, id: string): Promise<void> {
  const handle = workflows.getHandle(id);
  const ask = async () => (await handle.describe()).historyLength >= EVENTS_WHEN_WAITING;
  if (await until(ask, { timeoutMs: LONGEST_WAIT })) return;
  throw new Error(`${name}: ${id} does not wait for its date`);
}

/** Waits until all deadlines due are recorded. @returns the lateness of each, and that at which all were seen, ms */
export async function latenessOfAll(
  { lateness, name }: DeadlineLoad,
  count: number,
  due: number,
): Promise<{ readonly late: readonly number[]; readonly seen: number }> {
  const ask = async () => (await lateness(due)).length >= count;
  const left = Math.max(0, due - Date.now());
  if (await until(ask, { timeoutMs: left + LONGEST_WAIT, everyMs: 200 })) {
    const seen = Date.now() - due;
    return { late: await lateness(due), seen };
  }
  throw new Error(`${name}: only ${(await lateness(due)).length} of ${count} were recorded`);
}
