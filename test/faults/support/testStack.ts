import { cp } from 'node:fs/promises';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { keys } from '../../../config/keys.js';
import { createDataConverter } from '../../../config/payloadCodec.js';
import { freePort } from '../../../ops/process/ports.js';
import { isApiReady, isWorkerPolling } from '../../../ops/process/readiness.js';
import { startProgram } from '../../../ops/process/startProgram.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { TEST_BUNDLE } from '../../../ops/testNeeds.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { taskQueue } from '../../../workflows/application/messages.js';
import { testWorkflows } from '../../support/workflows.js';
import { keepRunning, type Part } from './part.js';
import type { Servers } from './servers.js';

/** The product in processes of its own, as people run it: a worker and one or more APIs. */
export interface TestStack {
  readonly db: Database;
  readonly client: Client;
  readonly dataDir: string;
  readonly worker: Part;
  readonly apis: readonly (Part & { readonly url: string })[];
  /** What the worker and the APIs have logged. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

/** Starts the product on servers, with every log line there is. */
export async function startTestStack(
  { databaseUrl, address, namespace }: Servers,
  { smtpUrl, apis = 1 }: { readonly smtpUrl: string; readonly apis?: number },
): Promise<TestStack> {
  const { folder: dataDir, remove } = await throwawayFolder();
  await testWorkflows();
  await cp(TEST_BUNDLE, path.join(dataDir, 'bundle'), { recursive: true });
  const dataConverter = createDataConverter((await keys(dataDir)).payload);
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace, dataConverter });
  const db = openDatabase(databaseUrl, { name: 'fault test', poolSize: 8 });
  const lines: string[] = [];
  const onLine = (line: string) => void lines.push(line);
  const shared = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: smtpUrl,
    PINGSHEN_DATA: dataDir,
    PINGSHEN_PUBLIC_URL: 'http://pingshen.test',
    LOG_LEVEL: 'trace',
  };
  const worker = await keepRunning('worker', () => {
    const poll = { namespace, taskQueue, since: Date.now() };
    const isReady = () => isWorkerPolling(connection, poll);
    return startProgram({ file: 'worker.ts', env: shared, onLine, isReady });
  });
  const openApi = async (port: number) => {
    const env = { ...shared, PINGSHEN_PORT: String(port) };
    const start = () => startProgram({ file: 'api/server.ts', env, onLine, isReady: () => isApiReady(port) });
    return { ...(await keepRunning('api', start)), url: `http://127.0.0.1:${port}` };
  };
  const apiServers: TestStack['apis'][number][] = [];
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
