import { keys } from '../../config/keys.js';
import { openConnection } from '../../config/openConnection.js';
import type { Launched } from '../../ops/process/launch.js';
import { isApiReady, isWorkerPolling } from '../../ops/process/readiness.js';
import { productDatabase } from '../../ops/servers/productDatabase.js';
import { closeDatabase, openDatabase } from '../../records/database.js';
import { taskQueue } from '../../workflows/application/messages.js';
import { closeAll } from '../compare/systemUnderTest.js';
import { createDirectory } from '../data/people.js';
import { dataFolder } from './dataFolder.js';
import { postgresConditions, temporalConditions } from './machine.js';
import { startMailSink } from './mailSink.js';
import { programEnvironment } from './programEnvironment.js';
import { startQuietly } from './quietProgram.js';
import { startClusterTemporal, startDurablePostgres, startFileTemporal } from './servers.js';

/**
 * Starts the whole product on new servers with empty databases: PostgreSQL, Temporal, a worker and an API, as `npm
 * start` does; or with three workers and Temporal on PostgreSQL, as `npm run cluster` does. `keptMs`: how long the engine of
 * a cluster keeps what has ended.
 */
export async function openStack(on: 'embedded' | 'cluster' = 'embedded', keptMs?: number) {
  const dataDir = await dataFolder();
  const [postgres, mail] = await Promise.all([startDurablePostgres(), startMailSink()]);
  const temporal = on === 'cluster' ? await startClusterTemporal(postgres, keptMs) : await startFileTemporal();
  const databaseUrl = await productDatabase(postgres);
  const secrets = await keys(dataDir);
  const { port, publicUrl, env } = await programEnvironment({
    databaseUrl,
    temporalAddress: temporal.address,
    dataDir,
    smtpUrl: mail.smtpUrl,
  });
  const database = openDatabase(databaseUrl, { name: 'bench', poolSize: 4, dataDir });
  await createDirectory(database);

  const connection = await openConnection({ address: temporal.address });
  const poll = { namespace: 'default', taskQueue, since: Date.now() };
  const isReady = ({ pid }: Launched) => isWorkerPolling(connection, { ...poll, pid });
  const startWorker = () => startQuietly({ file: 'worker.ts', env, isReady });
  const worker = await startWorker();
  const others = on === 'cluster' ? [await startWorker(), await startWorker()] : [];
  const isListening = () => isApiReady(port);
  const api = await startQuietly({ file: 'api/server.ts', env, isReady: isListening });

  return {
    port,
    publicUrl,
    ownerUrl: postgres.url,
    database,
    connection,
    secrets,
    dataDir,
    worker,
    conditions: [
      ...(await postgresConditions(postgres.url)),
      ...(await temporalConditions(temporal.address, on === 'cluster' ? 'server, on the same PostgreSQL' : undefined)),
    ],
    processes: [
      { name: 'client', pid: process.pid },
      { name: 'api', pid: api.pid },
      { name: 'worker', pid: worker.pid },
      ...others.map(({ pid }, index) => ({ name: `worker ${index + 2}`, pid })),
      { name: 'temporal', pid: temporal.pid },
      { name: 'postgres', pid: postgres.pid },
    ],
    close: () =>
      closeAll([
        ...[
          api.stop,
          worker.stop,
          ...others.map(({ stop }) => stop),
          mail.close,
          () => connection.close(),
          () => closeDatabase(database),
        ],
        ...[temporal.stop, postgres.stop],
      ]),
  };
}
export type Stack = Awaited<ReturnType<typeof openStack>>;
