import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { readEnvironment } from '../../config/environment.js';
import { openPool } from '../stack/pool.js';
import { type BareActivities, bareTaskQueue } from './bareMessages.js';
import { recordBare } from './bareRecord.js';

// The worker process of the bare engine, with the SDK's default settings unless its memory is bounded.
const cached = process.env.BARE_CACHED;
const { databaseUrl, temporal } = readEnvironment();
if (databaseUrl === undefined || temporal.address === undefined) throw new Error('DATABASE_URL and TEMPORAL_ADDRESS');
Runtime.install({ logger: new DefaultLogger('ERROR') });
const pool = openPool(databaseUrl);
const activities: BareActivities = { project: (event) => recordBare(pool, event, { outbox: false }) };
const connection = await NativeConnection.connect({ address: temporal.address });
const worker = await Worker.create({
  connection,
  taskQueue: bareTaskQueue,
  workflowsPath: fileURLToPath(new URL('./bareWorkflow.ts', import.meta.url)),
  activities,
  ...(cached === undefined ? {} : { maxCachedWorkflows: Number(cached) }),
});
await worker.run();
await connection.close();
await pool.end();
