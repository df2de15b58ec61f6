import { Connection } from '@temporalio/client';
import { closeDatabase, openDatabase } from '../../records/database.js';
import { taskQueue } from '../../workflows/messages.js';
import { keys } from '../keys.js';
import { migrate } from '../migrate.js';
import { freePort } from '../ports.js';
import { startProgram } from '../program.js';
import { isApiReady, isWorkerPolling } from '../readiness.js';
import { throwawayFolder } from '../throwawayFolder.js';
import { closeAll } from './contender.js';
import { postgresConditions, temporalConditions } from './machine.js';
import { startMailSink } from './mailSink.js';
import { settle } from './people.js';
import { startDurablePostgres, startFileTemporal } from './servers.js';

// One for the whole run, so that the workflows are bundled once; nothing in it is measured.
let data: ReturnType<typeof throwawayFolder> | undefined;

/** The whole product on new servers and empty databases: PostgreSQL, Temporal, a worker and an API, as `npm start` runs them. */
export async function openStack() {
  data ??= throwawayFolder();
  const { folder: dataDir } = await data;
  const [postgres, temporal, mail] = await Promise.all([startDurablePostgres(), startFileTemporal(), startMailSink()]);
  await migrate(postgres.url);
  const secrets = await keys(dataDir);
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const database = openDatabase(postgres.url, { name: 'bench', poolSize: 4 });
  await settle(database, { secret: secrets.auth, publicUrl });

  const env = {
    DATABASE_URL: postgres.url,
    TEMPORAL_ADDRESS: temporal.address,
    SMTP_URL: mail.smtpUrl,
    PINGSHEN_DATA: dataDir,
    PINGSHEN_PORT: String(port),
    PINGSHEN_PUBLIC_URL: publicUrl,
  };
  const connection = await Connection.connect({ address: temporal.address });
  const poll = { namespace: 'default', taskQueue, since: Date.now() };
  const onLine = (name: string) => (line: string) => {
    // Errors as pino numbers them; what else is said of a normal run is not for here.
    if (/"level":[56]0/.test(line) || /^\w*Error/.test(line)) console.error(`${name}: ${line}`);
  };
  const isReady = () => isWorkerPolling(connection, poll);
  const worker = await startProgram({ file: 'worker.ts', env, isReady, onLine: onLine('worker') });
  const isListening = () => isApiReady(port);
  const api = await startProgram({ file: 'api/server.ts', env, isReady: isListening, onLine: onLine('api') });

  return {
    port,
    publicUrl,
    database,
    connection,
    secrets,
    worker,
    conditions: [...(await postgresConditions(postgres.url)), ...(await temporalConditions(temporal.address))],
    processes: [
      { name: 'client', pid: process.pid },
      { name: 'api', pid: api.pid },
      { name: 'worker', pid: worker.pid },
      { name: 'temporal', pid: temporal.pid },
      { name: 'postgres', pid: postgres.pid },
    ],
    close: () =>
      closeAll([
        ...[api.stop, worker.stop, mail.close, () => connection.close(), () => closeDatabase(database)],
        ...[temporal.stop, postgres.stop],
      ]),
  };
}
