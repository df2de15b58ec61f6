import { cp } from 'node:fs/promises';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { keys } from '../../../config/keys.js';
import { createDataConverter } from '../../../config/payloadCodec.js';
import { freePort } from '../../../ops/process/ports.js';
import { isApiReady, isWorkerPolling } from '../../../ops/process/readiness.js';
import { startProgram } from '../../../ops/process/startProgram.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { workflowBundle } from '../../../worker/workflowBundle.js';
import { taskQueue } from '../../../workflows/application/messages.js';
import { keepRunning, type Part } from './part.js';
import type { Servers } from './servers.js';
import { shiftedClock } from './shiftedClock.js';

/** An API process under the supervisor. */
export interface ApiPart extends Part {
  readonly url: string;
  /** Restarts it with a clock that is ahead by so many ms; 0: the true one. */
  shiftClock(ms: number): Promise<void>;
}

/** The product in processes of its own, as people run it: a worker and one or more APIs. */
export interface Stack {
  readonly db: Database;
  readonly client: Client;
  readonly dataDir: string;
  readonly worker: Part;
  readonly apis: readonly ApiPart[];
  /** What the worker and the APIs have logged. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

export interface StackOptions {
  readonly smtpUrl: string;
  /** Where the workflows are bundled, or will be. */
  readonly bundleFolder: string;
  readonly apis?: number;
  /** Default: every line there is. */
  readonly logLevel?: string;
}

const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };

/** Starts the product on servers. */
export async function startStack(
  { databaseUrl, address, namespace }: Servers,
  { smtpUrl, bundleFolder, apis = 1, logLevel = 'trace' }: StackOptions,
): Promise<Stack> {
  const { folder: dataDir, remove } = await throwawayFolder();
  await workflowBundle(bundleFolder, silent);
  await cp(bundleFolder, path.join(dataDir, 'bundle'), { recursive: true });
  const dataConverter = createDataConverter((await keys(dataDir)).payload);
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace, dataConverter });
  const db = openDatabase(databaseUrl, { name: 'fault test', poolSize: 8, dataDir });
  const lines: string[] = [];
  const onLine = (line: string) => void lines.push(line);
  const shared = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: smtpUrl,
    PINGSHEN_DATA: dataDir,
    PINGSHEN_PUBLIC_URL: 'http://pingshen.test',
    LOG_LEVEL: logLevel,
  };
  const worker = await keepRunning('worker', () => {
    const poll = { namespace, taskQueue, since: Date.now() };
    const isReady = () => isWorkerPolling(connection, poll);
    return startProgram({ file: 'worker.ts', env: shared, onLine, isReady });
  });
  const openApi = async (port: number): Promise<ApiPart> => {
    let shift = 0;
    const isReady = () => isApiReady(port);
    const start = () => {
      const env = { ...shared, PINGSHEN_PORT: String(port), ...shiftedClock(shift) };
      return startProgram({ file: 'api/server.ts', env, onLine, isReady });
    };
    const part = await keepRunning('api', start);
    const shiftClock = (ms: number) => {
      shift = ms;
      // Asked to end, it would wait for connections that clients keep open.
      return part.kill();
    };
    return { ...part, url: `http://127.0.0.1:${port}`, shiftClock };
  };
  const apiServers: ApiPart[] = [];
  for (let count = 0; count < apis; count += 1) apiServers.push(await openApi(await freePort()));
  return {
    db,
    client,
    dataDir,
    worker,
    apis: apiServers,
    lines,
    async close() {
      for (const part of [...apiServers, worker]) await part.stop();
      await connection.close();
      await closeDatabase(db);
      await remove();
    },
  };
}
