import { type ClockSkew, clocksApart, compareClocks } from './compareClocks.js';
import type { EngineDeps } from './deps.js';

const everyMs = 30_000;

/** The figure that API and workers report of it. */
export const clockSkew = {
  name: 'pingshen_clock_skew_seconds',
  help: "How far a clock is ahead of this process's, as far as that is certain",
  labelNames: ['of'] as const,
};

/** A comparison of clocks that is repeated while a process runs. */
export interface ClockWatch {
  /** The last comparison; null before the first. */
  latest(): ClockSkew | null;
  stop(): void;
}

interface SkewGauge {
  set(labels: { readonly of: keyof ClockSkew }, seconds: number): void;
}

/** Compares the clocks now and twice a minute. Clocks that are apart are an alert. */
export function watchClocks(deps: Pick<EngineDeps, 'db' | 'engine' | 'logger'>, gauge: SkewGauge): ClockWatch {
  let latest: ClockSkew | null = null;
  const compare = async () => {
    latest = await compareClocks(deps);
    for (const of of ['database', 'engine'] as const) gauge.set({ of }, (latest[of] ?? 0) / 1000);
    if (clocksApart(latest)) deps.logger.error({ alert: 'clocks_apart', ...latest }, 'clocks disagree');
  };
  void compare();
  const timer = setInterval(() => void compare(), everyMs).unref();
  return { latest: () => latest, stop: () => clearInterval(timer) };
}
