import { setTimeout as sleep } from 'node:timers/promises';
import type { Launched } from './launch.js';

/** A supervised process. */
export interface Part<Running extends Launched = Launched> {
  readonly name: string;
  /** starts it; resolves when it is ready, rejects when it could not start */
  start(): Promise<Running>;
}

export interface SupervisorOptions {
  readonly print: (part: string, message: string) => void;
  /** milliseconds before the next attempt; doubled while it keeps failing */
  readonly backoff?: { readonly first: number; readonly longest: number };
}

// A part that ran this long was healthy.
const STEADY = 10_000;
// The first restarts wait for nothing: people are waiting for the part.
const AT_ONCE = 3;

/** Starts parts and restarts them when they crash, until `close`. `endChildren` ends them. */
export function createSupervisor({ print, backoff = { first: 500, longest: 30_000 } }: SupervisorOptions) {
  let closed = false;

  async function watch(part: Part, first: Launched): Promise<void> {
    let running = first;
    let failures = 0;
    while (!closed) {
      const began = Date.now();
      const { code, signal } = await running.exited;
      if (closed) return;
      if (Date.now() - began > STEADY) failures = 0;
      const cause = signal ?? `code ${code}`;
      for (let again: Launched | undefined; again === undefined && !closed; ) {
        const pause = failures < AT_ONCE ? 0 : Math.min(backoff.first * 2 ** (failures - AT_ONCE), backoff.longest);
        print(part.name, `意外结束（${cause}），${pause} 毫秒后重启 / ended unexpectedly, restarting`);
        await sleep(pause);
        failures += 1;
        again = await restart(part);
        if (again !== undefined) running = again;
      }
    }
  }

  async function restart(part: Part): Promise<Launched | undefined> {
    if (closed) return undefined;
    try {
      const running = await part.start();
      print(part.name, `已重启（进程 ${running.pid}） / restarted`);
      return running;
    } catch (error) {
      if (!closed) print(part.name, `重启失败 / restart failed: ${(error as Error).message}`);
      return undefined;
    }
  }

  return {
    /** Starts a part and keeps it running. Rejects when it does not start the first time. */
    async add<Running extends Launched>(part: Part<Running>): Promise<Running> {
      const began = Date.now();
      const running = await part.start();
      print(part.name, `就绪 / ready (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      void watch(part, running);
      return running;
    },
    /** Stops restarting parts. */
    close() {
      closed = true;
    },
  };
}
