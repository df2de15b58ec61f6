import path from 'node:path';
import { readEnvironment } from '../../config/environment.js';
import { workflowBundle } from '../../worker/workflowBundle.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import { freePort } from '../process/ports.js';
import { isApiReady } from '../process/readiness.js';
import { startProgram } from '../process/startProgram.js';
import type { Part } from '../process/supervisor.js';
import type { EngineOptions, ProductOptions } from '../start/installation.js';
import { apiPart, workerPart } from '../start/productParts.js';
import { deploymentName, deploymentsOf, makeFirstCurrent } from './deployments.js';
import { startTemporalServer, type TemporalServerPorts } from './temporalServer.js';

const apis = 2;
const workers = 3;
const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };

/** Temporal's server on the installation's PostgreSQL, kept running by the supervisor. @returns host and port */
export async function addTemporal(options: EngineOptions): Promise<string> {
  const { ports, environment, log, supervisor, ownerUrl } = options;
  const settings = {
    databaseUrl: ownerUrl,
    dataDir: environment.dataDir,
    ports: await portsFrom(ports.temporal),
    namespace: environment.temporal.namespace,
    searchAttributes: Object.values(searchAttributes),
    onLine: log.linesOf('temporal', () => false),
    print: (message: string) => log.printLine('start', message),
  };
  return (await supervisor.add({ name: 'temporal', start: () => startTemporalServer(settings) })).address;
}

/** Ports of a Temporal server on this machine: its frontend's, and free ones for what only servers speak to. */
export async function portsFrom(frontend: number): Promise<TemporalServerPorts> {
  const free = new Set<number>();
  while (free.size < 7) free.add(await freePort());
  const [history = 0, matching = 0, worker = 0, first = 0, second = 0, third = 0, fourth = 0] = free;
  return { frontend, history, matching, worker, membership: [first, second, third, fourth] };
}

/** Two API processes behind a proxy, and three workers. */
export async function clusterParts(options: ProductOptions): Promise<Part[]> {
  const { ports, log, connection, namespace } = options;
  // Made once; three workers that start together would each make it.
  await workflowBundle(path.join(readEnvironment().dataDir, 'bundle'), silent);
  const versioned = { ...options, env: { ...options.env, PINGSHEN_DEPLOYMENT: deploymentName } };
  const versionedWorker = (number: number): Part => {
    const part = workerPart(versioned, { name: `worker-${number}` });
    const start = async () => {
      const running = await part.start();
      await makeFirstCurrent(deploymentsOf(connection, namespace));
      return running;
    };
    return { ...part, start };
  };
  const apiPorts = await Promise.all(Array.from({ length: apis }, () => freePort()));
  return [
    ...apiPorts.map((port, index) => apiPart(options, { name: `api-${index + 1}`, port })),
    ...Array.from({ length: workers }, (_, index) => versionedWorker(index + 1)),
    balancePart({ port: ports.api, to: apiPorts, onLine: log.linesOf('proxy') }),
  ];
}

/** The proxy in front of API processes. */
export function balancePart({
  port,
  to,
  onLine,
}: {
  readonly port: number;
  readonly to: readonly number[];
  readonly onLine: (line: string) => void;
}): Part {
  const env = { BALANCE_PORT: String(port), BALANCE_TO: to.join(',') };
  const program = { file: 'ops/cluster/balanceProgram.ts', env, onLine, isReady: () => isApiReady(port) };
  return { name: 'proxy', start: () => startProgram(program) };
}
