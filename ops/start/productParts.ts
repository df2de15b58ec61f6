import type { Launched } from '../process/launch.js';
import { isApiReady, isWorkerPolling } from '../process/readiness.js';
import { startProgram } from '../process/startProgram.js';
import type { Part } from '../process/supervisor.js';
import type { ProductOptions } from './installation.js';

interface PartOptions {
  /** where the API listens; default: the port people open */
  readonly apiPort?: number;
  /** globs: a part is also restarted when one of these files changes, not only when one it imports does */
  readonly reloadOn?: readonly string[];
}

interface Named extends Pick<PartOptions, 'reloadOn'> {
  readonly name: string;
}

/** The API and the worker. */
export function productParts(
  options: ProductOptions,
  { apiPort = options.ports.api, reloadOn }: PartOptions = {},
): Part[] {
  const reload = reloadOn === undefined ? {} : { reloadOn };
  return [
    apiPart(options, { name: 'api', port: apiPort, ...reload }),
    workerPart(options, { name: 'worker', ...reload }),
  ];
}

/** An API process that listens at a port. */
export function apiPart(
  { log, env, apiEnv }: ProductOptions,
  { name, port, ...reload }: Named & { readonly port: number },
): Part {
  const start = () =>
    startProgram({
      file: 'api/server.ts',
      env: { ...env, ...apiEnv, PINGSHEN_PORT: String(port) },
      onLine: log.linesOf(name),
      isReady: () => isApiReady(port),
      ...reload,
    });
  return { name, start };
}

/** A worker process. Without `reloadOn` it is ready when it polls itself; reloaded, it polls as another process. */
export function workerPart({ log, connection, namespace, env }: ProductOptions, { name, ...reload }: Named): Part {
  const start = () => {
    const poll = { namespace, taskQueue: 'pingshen', since: Date.now() };
    const isReady = ({ pid }: Launched) =>
      isWorkerPolling(connection, reload.reloadOn === undefined ? { ...poll, pid } : poll);
    return startProgram({ file: 'worker.ts', env, onLine: log.linesOf(name), isReady, ...reload });
  };
  return { name, start };
}
