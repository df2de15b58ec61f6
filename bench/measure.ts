/** Percentiles of durations, in milliseconds. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** The percentile by nearest rank, without interpolation. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Percentiles of durations in any order. */
export function spreadOf(durations: readonly number[]): Spread {
  const sorted = Float64Array.from(durations).sort() as unknown as readonly number[];
  const at = (share: number) => percentile(sorted, share);
  return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** The median; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The median of each figure over repetitions. */
export function medianSpread(spreads: readonly Spread[]): Spread {
  const of = (figure: keyof Spread) => median(spreads.map((spread) => spread[figure]));
  return { count: of('count'), p50: of('p50'), p95: of('p95'), p99: of('p99'), max: of('max') };
}

/** Measurements of closed-loop clients: every duration, and the elapsed time. */
export interface Driven {
  readonly durations: readonly number[];
  readonly elapsed: number;
}

/**
 * Runs `jobs` jobs with `clients` clients in a closed loop: each starts its next job when it has finished one. The
 * first error stops all clients, since a benchmark with errors measures nothing.
 */
export async function drive(
  { clients, jobs }: { readonly clients: number; readonly jobs: number },
  job: (client: number, number: number) => Promise<void>,
): Promise<Driven> {
  const durations: number[] = [];
  let started = 0;
  const began = performance.now();
  const work = async (client: number) => {
    while (started < jobs) {
      const number = started++;
      const jobBegan = performance.now();
      await job(client, number);
      durations.push(performance.now() - jobBegan);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(clients, jobs) }, (_, client) => work(client)));
  } catch (error) {
    started = jobs;
    throw error;
  }
  return { durations, elapsed: performance.now() - began };
}
