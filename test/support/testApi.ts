import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Express } from 'express';
import { pino } from 'pino';
import type { Mail, Mailer } from '../../activities/mailer.js';
import { createApp } from '../../api/createApp.js';
import { type Deps, defaultLimits, type Limits } from '../../api/deps.js';
import { Arrivals } from '../../api/http/arrivals.js';
import { createMetrics } from '../../api/http/metrics.js';
import type { OidcSettings } from '../../config/oidcSettings.js';
import { openConnection } from '../../config/openConnection.js';
import { createDataConverter, createPayloadCodec } from '../../config/payloadCodec.js';
import type { Tracing } from '../../config/tracing/tracing.js';
import { type Engine, temporalEngine } from '../../engine/engine.js';
import { closeDatabase, type Database, openDatabase } from '../../records/database.js';
import { startWorkers } from '../../worker/startWorkers.js';
import { stepParked } from '../../workflows/application/messages.js';
import { AuthenticatorClock } from './authenticatorClock.js';
import { createDatabase, type TestDatabase } from './database.js';
import { createNamespace } from './namespace.js';
import { quietEngine } from './quietEngine.js';
import { workflowIdOf } from './workflowIdOf.js';
import { testWorkflows } from './workflows.js';

export interface TestApiOptions {
  readonly name: string;
  /** Campaign time when the API starts; it runs on from there. */
  readonly at: string;
  /** Replaces or wraps the real engine, which is the default. */
  readonly engine?: (real: Engine) => Engine;
  readonly worker?: boolean;
  /** Whether its worker refuses workflows that go by another clock. Default: each goes by its own, as other APIs over it may. */
  readonly oneClock?: boolean;
  readonly limits?: Partial<Limits>;
  readonly ballotDrainMs?: number;
  /** Where the Temporal UI listens. */
  readonly temporalUiUrl?: string;
  /** Traces its requests, calls to the engine and activities; default: nothing is traced. */
  readonly tracing?: Tracing;
  /** Another service at which people sign in. */
  readonly oidc?: OidcSettings;
  /** Sends the letters; by default they are discarded. */
  readonly mailer?: Mailer;
}

/** The API over the database and namespace of one suite. */
export interface TestApi {
  readonly app: Express;
  readonly deps: Deps;
  readonly db: Database;
  readonly asOwner: TestDatabase['asOwner'];
  readonly ownerUrl: string;
  /** The API's wall clock, by which its authenticators go. */
  readonly authenticatorClock: AuthenticatorClock;
  /** The messages about accounts that the API sent. */
  readonly accountMail?: readonly Mail[];
  /** The addresses of its servers, for a process beside it. */
  readonly reached?: { readonly databaseUrl: string; readonly address: string; readonly namespace: string };
  /** How many alarms about what nobody registered its worker has raised. */
  alarms?(): number;
  /** Parks a step of an application, as a worker does after the last retry. */
  park(applicationId: string, step: string, description: string): Promise<void>;
  close(): Promise<void>;
}

/** The keys its payloads are sealed with. */
export const payloadKeys = { current: 'k1', keys: { k1: Buffer.alloc(32, 7).toString('base64') } };
const quiet = pino({ level: 'silent' });
const noMail = { send: () => Promise.resolve(), close: () => undefined };

/** Starts the API for one suite with PostgreSQL, Temporal and a worker in this process. Close it in `afterAll`. */
export async function startTestApi(options: TestApiOptions): Promise<TestApi> {
  const {
    name,
    at,
    engine = (real) => real,
    worker = true,
    oneClock = false,
    limits,
    ballotDrainMs = 10_000,
    mailer = noMail,
  } = options;
  const [database, { address, namespace }, dataDir] = await Promise.all([
    createDatabase(name),
    createNamespace(name),
    mkdtemp(path.join(os.tmpdir(), 'pingshen-api-')),
  ]);
  const db = openDatabase(database.url, { poolSize: 8, dataDir });
  const dataConverter = createDataConverter(payloadKeys);
  const connection = await openConnection({ address });
  const { tracing } = options;
  const interceptors = tracing ? { workflow: [tracing.client] } : {};
  const client = new Client({ connection, namespace, dataConverter, interceptors });
  const publicUrl = 'http://pingshen.test';
  const clockOffset = Date.parse(at) - Date.now();
  const authenticatorClock = new AuthenticatorClock();
  const sent: Mail[] = [];
  const accountMailer = { send: async (mail: Mail) => void sent.push(mail), close: () => undefined };
  // Without a worker nothing is answered, and closing the API waits for what is still under way.
  const real = temporalEngine(client, { publicUrl, timeout: worker ? 30_000 : 3_000, follow: false });
  const deps: Deps = {
    db,
    engine: engine(real),
    clock: () => Date.now() + clockOffset,
    wallClock: authenticatorClock.now,
    clockOffset,
    arrivals: new Arrivals(),
    ballotDrainMs,
    bankSecret: 'the secret shared with the bank',
    dataDir,
    publicUrl,
    temporalUiUrl: options.temporalUiUrl ?? 'http://127.0.0.1:8233',
    portalDir: null,
    codec: createPayloadCodec(payloadKeys),
    published: { docs: true, metrics: 'everybody' },
    mailer: accountMailer,
    logger: quiet,
    oidc: options.oidc ?? null,
    ...(tracing ? { tracing } : {}),
    metrics: createMetrics(),
    limits: { ...defaultLimits, signInsToAccount: 1_000, signInsFromAddress: 1_000, ...limits },
  };
  let alarms = 0;
  const count = () => {
    alarms += 1;
  };
  const metrics = {
    clockAhead: { inc: () => undefined },
    notGenuine: { inc: count },
    deadlineLateness: { observe: () => undefined },
  };
  const stopWorker = worker ? await startWorker() : async () => undefined;

  async function startWorker() {
    quietEngine();
    const native = await NativeConnection.connect({ address });
    const bundle = await testWorkflows();
    const shared = { database: db, portal: publicUrl, log: quiet, mailer };
    const workers = await startWorkers({
      ...shared,
      connection: native,
      client,
      dataConverter,
      bundle,
      clockOffset: oneClock ? clockOffset : null,
      metrics,
      ...(tracing ? { tracing } : {}),
    });
    return async () => {
      await workers.stop();
      await native.close();
    };
  }

  return {
    app: createApp(deps),
    deps,
    db,
    asOwner: database.asOwner,
    ownerUrl: database.ownerUrl,
    authenticatorClock,
    accountMail: sent,
    reached: { databaseUrl: database.url, address, namespace },
    alarms: () => alarms,
    park: async (applicationId, step, description) =>
      await client.workflow.getHandle(await workflowIdOf(db, applicationId)).signal(stepParked, { step, description }),
    async close() {
      await stopWorker();
      await real.rest();
      await connection.close();
      await closeDatabase(db);
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
