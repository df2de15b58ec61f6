import type { Launched } from '../../../ops/process/launch.js';
import { until } from '../../../ops/process/ports.js';
import { createSupervisor } from '../../../ops/process/supervisor.js';

/** One process of the product under the supervisor, which starts it again whenever it ends. */
export interface Part {
  /** How often it has been started. */
  readonly starts: () => number;
  /** kill -9, and nobody starts it until `revive`. */
  fell(): Promise<void>;
  /** Has it started again; resolves when it is ready to work. */
  revive(): Promise<void>;
  /** kill -9; resolves when the supervisor has it ready to work again. */
  kill(): Promise<void>;
  /** Ends it in good order, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a part and keeps it running. */
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
    if (!(await until(async () => starts > before, { timeoutMs: 60_000 }))) throw new Error(`${name} stays away`);
  };
  return {
    starts: () => starts,
    kill: () => again(() => running?.kill()),
    restart: () => again(() => running?.stop()),
    async fell() {
      held = new Promise((resolve) => {
        release = resolve;
      });
      await running?.kill();
    },
    async revive() {
      await again(async () => release());
    },
    async stop() {
      supervisor.close();
      release();
      await running?.stop();
    },
  };
}
