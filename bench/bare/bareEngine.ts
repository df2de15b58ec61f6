import { Client } from '@temporalio/client';
import { openConnection } from '../../config/openConnection.js';
import { isWorkerPolling } from '../../ops/process/readiness.js';
import { closeAll } from '../compare/systemUnderTest.js';
import { postgresConditions, temporalConditions } from '../stack/machine.js';
import { openPool } from '../stack/pool.js';
import { startQuietly } from '../stack/quietProgram.js';
import { startDurablePostgres, startFileTemporal } from '../stack/servers.js';
import { bareTaskQueue } from './bareMessages.js';
import { createBareTables } from './bareRecord.js';

/**
 * Starts the bare engine: two servers, a worker process, and a client in this process. `cached` limits the workflows
 * the worker keeps in memory; by default the SDK decides.
 */
export async function openBareEngine({ cached }: { readonly cached?: number } = {}) {
  const [postgres, temporal] = await Promise.all([startDurablePostgres(), startFileTemporal()]);
  const pool = openPool(postgres.url, 2);
  await createBareTables(pool);
  const connection = await openConnection({ address: temporal.address });
  const since = Date.now();
  const worker = await startQuietly({
    file: 'bench/bare/bareWorker.ts',
    env: {
      DATABASE_URL: postgres.url,
      TEMPORAL_ADDRESS: temporal.address,
      ...(cached === undefined ? {} : { BARE_CACHED: String(cached) }),
    },
    isReady: () => isWorkerPolling(connection, { namespace: 'default', taskQueue: bareTaskQueue, since }),
  });
  return {
    client: new Client({ connection }),
    pool,
    worker,
    conditions: [...(await postgresConditions(postgres.url)), ...(await temporalConditions(temporal.address))],
    processes: [
      { name: 'client', pid: process.pid },
      { name: 'worker', pid: worker.pid },
      { name: 'temporal', pid: temporal.pid },
      { name: 'postgres', pid: postgres.pid },
    ],
    close: () => closeAll([() => connection.close(), () => pool.end(), worker.stop, temporal.stop, postgres.stop]),
  };
}
