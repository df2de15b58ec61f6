import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import type { Mail } from '../../activities/mailer.js';
import { createApp } from '../../api/createApp.js';
import { type Deps, defaultLimits } from '../../api/deps.js';
import { Arrivals } from '../../api/http/arrivals.js';
import { createMetrics } from '../../api/http/metrics.js';
import { keys } from '../../config/keys.js';
import { openConnection } from '../../config/openConnection.js';
import { createDataConverter } from '../../config/payloadCodec.js';
import { temporalEngine } from '../../engine/engine.js';
import type { SeedInput } from '../../ops/start/seedContract.js';
import { closeDatabase, type Database, openDatabase } from '../../records/database.js';
import { startWorkers } from '../../worker/startWorkers.js';
import { AuthenticatorClock } from './authenticatorClock.js';
import { createDatabase, type TestDatabase } from './database.js';
import { createNamespace } from './namespace.js';
import { quietEngine } from './quietEngine.js';
import { testWorkflows } from './workflows.js';

const quiet = pino({ level: 'silent' });

/** An empty installation with its own database, namespace and data directory. */
export interface Installation {
  readonly input: SeedInput;
  readonly database: TestDatabase;
  remove(): Promise<void>;
}

/** Creates an empty installation, or one that shares parts with another. */
export async function installation(
  name: string,
  shared: {
    readonly database?: TestDatabase;
    readonly temporal?: SeedInput['temporal'];
    readonly dataDir?: string;
  } = {},
): Promise<Installation> {
  const database = shared.database ?? (await createDatabase(name));
  const temporal = shared.temporal ?? { ...(await createNamespace(name)), tls: false };
  const dataDir = shared.dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'pingshen-demo-')));
  const print = () => undefined;
  return {
    input: { databaseUrl: database.url, temporal, dataDir, publicUrl: 'http://pingshen.test', print: print },
    database,
    async remove() {
      if (!shared.dataDir) await rm(dataDir, { recursive: true, force: true });
      if (!shared.database) await database.drop();
    },
  };
}

/** Starts the product in this process over an installation: the API and, by default, a worker; `clockOffset` in ms. */
export async function startProduct(
  input: SeedInput,
  { clockOffset = 0, ...options }: { readonly worker?: boolean; readonly clockOffset?: number } = {},
) {
  const { databaseUrl, temporal, dataDir, publicUrl } = input;
  const secrets = await keys(dataDir);
  const db: Database = openDatabase(databaseUrl, { poolSize: 8, dataDir });
  const dataConverter = createDataConverter(secrets.payload);
  const connection = await openConnection({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace, dataConverter });
  const stopWorker = options.worker === false ? async () => undefined : await work();
  const accountMail: Mail[] = [];
  const authenticatorClock = new AuthenticatorClock();
  const deps: Deps = {
    db,
    clock: () => Date.now() + clockOffset,
    wallClock: authenticatorClock.now,
    clockOffset,
    arrivals: new Arrivals(),
    bankSecret: secrets.bank,
    dataDir,
    publicUrl,
    mailer: { send: async (mail) => void accountMail.push(mail), close: () => undefined },
    logger: quiet,
    temporalUiUrl: null,
    portalDir: null,
    codec: null,
    published: { docs: true, metrics: 'everybody' },
    metrics: createMetrics(),
    engine: temporalEngine(client, { publicUrl, follow: false }),
    limits: { ...defaultLimits, signInsToAccount: 1_000, signInsFromAddress: 1_000 },
  };
  return {
    app: createApp(deps),
    deps,
    authenticatorClock,
    accountMail,
    db,
    client,
    async leave() {
      await stopWorker();
      await deps.engine.rest();
      await connection.close();
      await closeDatabase(db);
    },
  };

  async function work() {
    quietEngine();
    const native = await NativeConnection.connect({ address: temporal.address });
    const bundle = await testWorkflows();
    const mailer = { send: () => Promise.resolve(), close: () => undefined };
    const letters = { database: db, portal: publicUrl, log: quiet, mailer };
    const workers = await startWorkers({ ...letters, connection: native, client, dataConverter, bundle, clockOffset });
    return async () => {
      await workers.stop();
      await native.close();
    };
  }
}
