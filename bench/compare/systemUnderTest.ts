import type { EventName } from '../../rules/application/lifecycle.js';
import type { Conditions } from '../stack/machine.js';
import type { Measured } from '../stack/processes.js';

/** A way of processing applications, measured beside others. */
export interface SystemUnderTest {
  readonly name: string;
  /**
   * The factor by which its workload is multiplied, because it is so fast that the usual one would take too little
   * time.
   */
  readonly effort: number;
  /** Starts new servers with empty databases. */
  open(): Promise<RunningSystem>;
}

/** A running system. */
export interface RunningSystem {
  readonly conditions: Conditions;
  readonly processes: readonly Measured[];
  /** Opens an application for a client (0 to 31). The returned function performs the next of its ten acts. */
  begin(client: number): Promise<(act: EventName) => Promise<void>>;
  close(): Promise<void>;
}

/** Closes parts in the order given, each even when one before it failed. */
export async function closeAll(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of parts) await close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
