import { databaseTime } from '../records/operations/databaseTime.js';
import type { EngineDeps } from './deps.js';

/** How far clocks may be apart, in ms: acts and deadlines count by the second. */
export const clocksMayDiffer = 1_000;

/** How far the other clocks are ahead of this process, in ms, as far as that is certain; null: no answer. */
export interface ClockSkew {
  readonly database: number | null;
  readonly engine: number | null;
}

/** Compares the clock of this process with those of the database and the engine. `wallClock` is its own, in ms. */
export async function compareClocks(
  { db, engine }: Pick<EngineDeps, 'db' | 'engine'>,
  wallClock: () => number = Date.now,
): Promise<ClockSkew> {
  const [database, ofEngine] = await Promise.all([
    aheadBy(() => databaseTime(db), wallClock),
    aheadBy(() => engine.time(), wallClock),
  ]);
  return { database, engine: ofEngine };
}

/** Whether a clock is too far from this process's. */
export const clocksApart = (skew: ClockSkew | null): boolean =>
  skew !== null && Object.values(skew).some((ahead) => Math.abs(ahead ?? 0) > clocksMayDiffer);

/** The answer was given between the question and its arrival, so only what lies outside of these is certain. */
async function aheadBy(ask: () => Promise<number>, wallClock: () => number): Promise<number | null> {
  const before = wallClock();
  const there = await ask().catch(() => null);
  const after = wallClock();
  if (there === null) return null;
  return there < before ? there - before : Math.max(0, there - after);
}
