import type { Launched } from '../../../ops/process/launch.js';
import { until } from '../../../ops/process/ports.js';
import { createSupervisor } from '../../../ops/process/supervisor.js';
import { freeze } from './freeze.js';

/** A process under the supervisor, which restarts it whenever it ends. */
export interface Part {
  /** How many times it has been started. */
  readonly starts: () => number;
  /** Kills it with SIGKILL and keeps it down until `bringBack`. */
  takeDown(): Promise<void>;
  /** Lets the supervisor start it again; resolves when it is ready. */
  bringBack(): Promise<void>;
  /** Kills it with SIGKILL; resolves when the supervisor has restarted it. */
  kill(): Promise<void>;
  /** Stops it with its stop signal; resolves when the supervisor has restarted it. */
  restart(): Promise<void>;
  /** Stops it with SIGSTOP for so many ms. */
  freeze(ms: number): Promise<void>;
  /** The process that runs now. */
  readonly pid: () => number;
  stop(): Promise<void>;
}

/** How long a process that was killed may take to be ready again, in ms: on a busy machine, a minute is not enough. */
const patience = 180_000;

/** Starts a process and keeps it running. */
export async function keepRunning(name: string, start: () => Promise<Launched>): Promise<Part> {
  let held: Promise<void> = Promise.resolve();
  let release = () => {};
  let running: Launched | null = null;
  let starts = 0;
  const supervisor = createSupervisor({ print: () => undefined, backoff: { first: 50, longest: 200 } });
  await supervisor.add({
    name,
    start: async () => {
      await held;
      running = await start();
      starts += 1;
      return running;
    },
  });
  const again = async (end: () => Promise<void> | undefined) => {
    const before = starts;
    await end();
    if (!(await until(async () => starts > before, { timeoutMs: patience }))) throw new Error(`${name} stays away`);
  };
  return {
    starts: () => starts,
    kill: () => again(() => running?.kill()),
    restart: () => again(() => running?.stop()),
    async freeze(ms) {
      if (running) await freeze(running, ms);
    },
    pid: () => running?.pid ?? 0,
    async takeDown() {
      held = new Promise((resolve) => {
        release = resolve;
      });
      await running?.kill();
    },
    async bringBack() {
      await again(async () => release());
    },
    async stop() {
      supervisor.close();
      release();
      await running?.stop();
    },
  };
}
