import type { EventName } from '../../rules/application/lifecycle.js';
import type { Conditions } from '../stack/machine.js';
import type { Measured } from '../stack/processes.js';

/** One way of carrying applications, to be measured beside others. */
export interface SystemUnderTest {
  readonly name: string;
  /** How many times as much it is given to do, because it is so much faster that a second would tell nothing. */
  readonly effort: number;
  /** Starts everything anew, empty databases included. */
  open(): Promise<RunningSystem>;
}

/** A contender while it runs. */
export interface RunningSystem {
  readonly conditions: Conditions;
  readonly processes: readonly Measured[];
  /** Begins one application in the name of a client (0 to 31); what it gives carries out the next act of ten. */
  begin(client: number): Promise<(act: EventName) => Promise<void>>;
  close(): Promise<void>;
}

/** Ends parts in the order given, each even when one before it failed. */
export async function closeAll(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of parts) await close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
