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

/** The API and the worker. */
export function productParts(
  options: ProductOptions,
  { apiPort = options.ports.api, reloadOn }: PartOptions = {},
): Part[] {
  const { log, connection, namespace, env, apiEnv } = options;
  const reload = reloadOn === undefined ? {} : { reloadOn };
  const api = {
    file: 'api/server.ts',
    env: { ...env, ...apiEnv, PINGSHEN_PORT: String(apiPort) },
    onLine: log.linesOf('api'),
    isReady: () => isApiReady(apiPort),
    ...reload,
  };
  const startWorker = () => {
    const poll = { namespace, taskQueue: 'pingshen', since: Date.now() };
    const isReady = () => isWorkerPolling(connection, poll);
    return startProgram({ file: 'worker.ts', env, onLine: log.linesOf('worker'), isReady, ...reload });
  };
  return [
    { name: 'api', start: () => startProgram(api) },
    { name: 'worker', start: startWorker },
  ];
}
