import { timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { sha256Of } from '../config/sha256Of.js';
import { clockSkew } from '../engine/watchClocks.js';

/** What a worker counts. */
export interface WorkerMetrics {
  readonly registry: Registry;
  /** Acts registered ahead of the workflow's clock: a wrong clock somewhere. */
  readonly clockAhead: Counter;
  /** How far the clocks of database and engine are ahead of this process's, in seconds. */
  readonly clockSkew: Gauge<'of'>;
  /** What was refused because nobody had registered it. */
  readonly notGenuine: Counter<'what'>;
  /** How long after their due instant deadlines were recorded, in seconds. */
  readonly deadlineLateness: Histogram;
  /** Workflows that were begun again from the record or stopped, by what was found. */
  readonly reconciled: Counter<'finding'>;
  /** Workflows that are not where the record is, and could not be begun again. */
  readonly astray: Gauge;
  /** What the sweeper finished: starts, and acts by what became of them. */
  readonly swept: Counter<'what'>;
  /** Records that were found not to hold. */
  readonly recordFaults: Counter;
}

/** Metrics of one process, with a registry of their own. */
export function createWorkerMetrics(): WorkerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    clockAhead: new Counter({
      name: 'pingshen_clock_ahead_total',
      help: "Acts held back because the API's clock ran ahead of the workflow's",
      registers,
    }),
    clockSkew: new Gauge({ ...clockSkew, registers }),
    notGenuine: new Counter({
      name: 'pingshen_not_genuine_total',
      help: 'Acts, starts and signals refused because nobody had registered them',
      labelNames: ['what'],
      registers,
    }),
    deadlineLateness: new Histogram({
      name: 'pingshen_deadline_lateness_seconds',
      help: 'How long after their due instant deadlines were recorded',
      buckets: [0.5, 1, 2, 5, 10, 30, 60, 300, 1_800, 7_200, 86_400],
      registers,
    }),
    reconciled: new Counter({
      name: 'pingshen_workflows_rebuilt_total',
      help: 'Workflows that were not where the record is, and were begun again from it or stopped',
      labelNames: ['finding'],
      registers,
    }),
    astray: new Gauge({
      name: 'pingshen_workflows_astray',
      help: 'Workflows that are not where the record is, and could not be begun again',
      registers,
    }),
    swept: new Counter({
      name: 'pingshen_swept_total',
      help: 'What the sweeper finished',
      labelNames: ['what'],
      registers,
    }),
    recordFaults: new Counter({
      name: 'pingshen_record_faults_total',
      help: 'Records that were found not to hold',
      registers,
    }),
  };
}

/** Whether an address to listen at is reached from this machine alone. */
const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);

/**
 * Answers `GET /metrics` for Prometheus to who sends the token. Without a token it listens at a loopback address only,
 * whatever `host` says. Resolves to a function that ends it.
 */
export async function serveMetrics(
  registry: Registry,
  { port, host, token }: { readonly port: number; readonly host: string; readonly token?: string | undefined },
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    const given = sha256Of(request.headers.authorization ?? '');
    if (token !== undefined && !timingSafeEqual(given, sha256Of(`Bearer ${token}`)))
      return void response.writeHead(401).end();
    registry.metrics().then(
      (text) => response.setHeader('content-type', registry.contentType).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    const listenAt = token === undefined && !isLoopback(host) ? '127.0.0.1' : host;
    server.once('error', reject).listen(port, listenAt, resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}
