import { clocksApart } from '../../engine/compareClocks.js';
import { isReachable } from '../../records/database.js';
import type { Deps } from '../deps.js';
import { inTime } from './inTime.js';

/** What this process needs, and whether it has it. */
export interface Readiness {
  readonly database: boolean;
  readonly engine: boolean;
  /** Whether a worker polls each task queue. */
  readonly worker: boolean;
  /** Whether the clocks of database and engine agree with this process's. */
  readonly clocks: boolean;
}

const patienceMs = 2_000;

/** Asks database and engine; what has not answered within two seconds is away. */
export async function readinessOf({ db, engine, clocks }: Pick<Deps, 'db' | 'engine' | 'clocks'>): Promise<Readiness> {
  const reached = async (asked: Promise<boolean>) => (await inTime(patienceMs, asked)) ?? false;
  const [database, ofEngine, worker] = await Promise.all([
    reached(isReachable(db)),
    reached(engine.ready().then(() => true)),
    reached(engine.queues().then((queues) => queues.every(({ workers }) => workers > 0))),
  ]);
  return { database, engine: ofEngine, worker, clocks: !clocksApart(clocks?.latest() ?? null) };
}
