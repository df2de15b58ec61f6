import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { clockSkew } from '../../engine/watchClocks.js';
import { inTime } from './inTime.js';
import { statusOf } from './problem.js';
import type { Readiness } from './readiness.js';

/** Metrics of the API and the sweeper. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram<'method' | 'route' | 'status'>;
  /** Acts by event and what became of them: answered, refused, slow, repeated. */
  readonly acts: Counter<'event' | 'outcome'>;
  /** Requests refused or failed, by the code of the problem. */
  readonly problems: Counter<'code'>;
  /** Acts registered ahead of the workflow's clock: a wrong clock somewhere. */
  readonly clockAhead: Counter;
  /** How far the clocks of database and engine are ahead of this process's, in seconds. */
  readonly clockSkew: Gauge<'of'>;
}

/** Who scrapes gets the other figures when the database takes longer than this, in ms. */
const scrapeMs = 2_000;

/** Metrics of one process, with a registry of their own. `state` is asked at each scrape. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const problems = new Counter({
    name: 'pingshen_problems_total',
    help: 'Requests refused or failed, by the code of the problem',
    labelNames: ['code'],
    registers,
  });
  // An increase is seen only where a zero came before it.
  for (const code of Object.keys(statusOf)) problems.inc({ code }, 0);
  return {
    registry,
    problems,
    requests: new Histogram({
      name: 'pingshen_http_request_seconds',
      help: 'Duration of requests',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    acts: new Counter({
      name: 'pingshen_acts_total',
      help: 'Acts by event and what became of them',
      labelNames: ['event', 'outcome'],
      registers,
    }),
    clockAhead: new Counter({
      name: 'pingshen_clock_ahead_total',
      help: "Acts held back because the API's clock ran ahead of the workflow's",
      registers,
    }),
    clockSkew: new Gauge({ ...clockSkew, registers }),
  };
}

/** Whether this process reaches what it needs, asked when somebody scrapes. */
export function watchReach(registry: Registry, ask: () => Promise<Readiness>): void {
  new Gauge({
    name: 'pingshen_reachable',
    help: 'Whether database and engine answer this process, and a worker polls',
    labelNames: ['of'],
    registers: [registry],
    async collect() {
      const { database, engine, worker } = await ask();
      for (const [of, reached] of Object.entries({ database, engine, worker })) this.set({ of }, Number(reached));
    },
  });
}

/** Numbers read from the database when somebody scrapes. */
export function watchBacklog(registry: Registry, read: () => Promise<Readonly<Record<BacklogName, number>>>): void {
  const gauges = Object.fromEntries(
    backlogNames.map((name) => [
      name,
      new Gauge({ name: `pingshen_${name}`, help: backlogHelp[name], registers: [registry] }),
    ]),
  ) as Record<BacklogName, Gauge>;
  new Gauge({
    name: 'pingshen_backlog_read_ok',
    help: 'Whether the figures of the backlog could be read',
    registers: [registry],
    async collect() {
      const figures = await inTime(scrapeMs, read());
      this.set(figures === null ? 0 : 1);
      for (const name of backlogNames) if (figures) gauges[name].set(figures[name]);
    },
  });
}

export const backlogNames = [
  'intake_unfinished',
  'intake_oldest_ms',
  'outbox_pending',
  'outbox_parked',
  'outbox_oldest_seconds',
  'attention',
  'record_faults',
] as const;
export type BacklogName = (typeof backlogNames)[number];
const backlogHelp: Readonly<Record<BacklogName, string>> = {
  intake_unfinished: 'Registered acts without an outcome',
  intake_oldest_ms: 'Age of the oldest of them in ms of campaign time',
  outbox_pending: 'Letters that have to go out',
  outbox_parked: 'Letters that wait for an operator',
  outbox_oldest_seconds: 'Age of the oldest letter that has to go out',
  attention: 'Applications that need an operator',
  record_faults: 'Records that were checked and do not hold',
};
