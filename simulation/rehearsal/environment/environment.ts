import path from 'node:path';
import { Client } from '@temporalio/client';
import { createMailer } from '../../../activities/mailer.js';
import { createApp } from '../../../api/createApp.js';
import { Arrivals } from '../../../api/http/arrivals.js';
import { createMetrics } from '../../../api/http/metrics.js';
import { keys } from '../../../config/keys.js';
import { createDataConverter, createPayloadCodec } from '../../../config/payloadCodec.js';
import { createSigner } from '../../../config/signingKeys.js';
import { temporalEngine } from '../../../engine/engine.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { type MailInbox, startMailInbox } from '../../../ops/servers/mailInbox.js';
import { startPostgres } from '../../../ops/servers/postgres.js';
import { productDatabase } from '../../../ops/servers/productDatabase.js';
import { startTimeSkipping } from '../../../ops/servers/timeSkipping.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import type { Instant } from '../../../rules/calendar/instant.js';
import { startRecordChecks } from '../../../worker/proof/recordChecks.js';
import { startWorkers } from '../../../worker/startWorkers.js';
import { workflowBundle } from '../../../worker/workflowBundle.js';
import { searchAttributes } from '../../../workflows/application/searchAttributes.js';
import { CampaignClock } from './campaignClock.js';
import { Cleanup } from './cleanup.js';
import { keptFolder } from './keptFolder.js';
import { listen } from './listen.js';
import type { ProblemLog } from './problemLog.js';

/** The rehearsal's environment: the whole product in this process, on servers of its own. */
export interface Environment {
  readonly db: Database;
  readonly client: Client;
  readonly inbox: MailInbox;
  readonly clock: CampaignClock;
  /** The URL of the API. */
  readonly url: string;
  /** The API's data folder. */
  readonly dataDir: string;
  readonly bankSecret: string;
  readonly problems: ProblemLog;
  /** Aborted when the worker stops by itself: nothing moves any more. */
  readonly broken: AbortSignal;
  close(): Promise<void>;
}

export interface EnvironmentOptions {
  /** The campaign time at the start. */
  readonly begin: Instant;
  /** The folder that caches the workflow bundle between starts. */
  readonly bundleFolder: string;
  /** The number of mails the inbox must be able to keep. */
  readonly mails: number;
  readonly problems: ProblemLog;
  /** A folder that keeps everything stored; a temporary one when absent. */
  readonly keepIn?: string;
}

/** Starts the time-skipping server, PostgreSQL, mail inbox, worker and API, with the campaign clock at `begin`. */
export async function startEnvironment(options: EnvironmentOptions): Promise<Environment> {
  const cleanup = new Cleanup();
  try {
    const servers = await startServers(options, cleanup);
    const product = await startProduct(servers, options, cleanup);
    return { ...servers, ...product, problems: options.problems, close: () => cleanup.run() };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function startServers({ keepIn, mails }: EnvironmentOptions, cleanup: Cleanup) {
  const { folder, remove } = keepIn === undefined ? await throwawayFolder() : await keptFolder(keepIn);
  cleanup.add(remove);
  const [postgres, inbox, environment] = await cleanup.all([
    startPostgres({ dataDir: path.join(folder, 'postgres'), durable: false }).then(cleanup.stops),
    startMailInbox({ folder: path.join(folder, 'mail'), most: mails }).then(cleanup.stops),
    startTimeSkipping(Object.values(searchAttributes)).then((server) => cleanup.keep(server, () => server.teardown())),
  ]);
  const db = openDatabase(await productDatabase(postgres), {
    poolSize: 20,
    name: 'pingshen rehearsal',
    dataDir: folder,
  });
  cleanup.add(() => closeDatabase(db));
  return { db, inbox, environment, folder, secrets: await keys(folder) };
}

type Servers = Awaited<ReturnType<typeof startServers>>;

async function startProduct(servers: Servers, options: EnvironmentOptions, cleanup: Cleanup) {
  const { db, inbox, environment, folder, secrets } = servers;
  const { log } = options.problems;
  const dataConverter = createDataConverter(secrets.payload);
  const client = new Client({ connection: environment.connection, dataConverter });
  const clock = await CampaignClock.startingAt(options.begin, environment);
  const server = await listen();
  const url = `http://127.0.0.1:${server.port}`;
  const engine = temporalEngine(client, { publicUrl: url, timeout: 60_000, follow: false });
  cleanup.add(() => engine.rest());
  cleanup.add(server.close);

  const mailer = createMailer({
    smtpUrl: inbox.smtpUrl,
    from: 'pingshen@demo.example',
    perSecond: 1_000,
    connections: 4,
  });
  cleanup.add(async () => mailer.close());
  const bundle = await workflowBundle(options.bundleFolder, log);
  const workers = await startWorkers({
    client,
    dataConverter,
    bundle,
    database: db,
    mailer,
    log,
    portal: url,
    connection: environment.nativeConnection,
    maxCachedWorkflows: 2_000,
    // The engine skips time.
    clockOffset: null,
  });
  cleanup.add(() => workers.stop());
  const broken = new AbortController();
  workers.done.then(
    () => broken.abort(new Error('the worker ended')),
    (error) => broken.abort(error),
  );

  const dataDir = path.join(folder, 'data');
  const checks = startRecordChecks(
    {
      db,
      dataDir,
      signer: createSigner(dataDir),
      clock: () => clock.now(),
      logger: log,
      metrics: { recordFaults: { inc: () => undefined } },
    },
    // A second covers days of the campaign.
    { interval: 1_000 },
  );
  cleanup.add(() => checks.stop());
  const app = createApp({
    db,
    bankSecret: secrets.bank,
    publicUrl: url,
    dataDir,
    engine,
    clock: () => clock.now(),
    wallClock: () => clock.now(),
    clockOffset: clock.offset,
    arrivals: new Arrivals(),
    temporalUiUrl: null,
    portalDir: null,
    codec: createPayloadCodec(secrets.payload),
    published: { docs: true, metrics: 'everybody' },
    mailer,
    logger: log,
    metrics: createMetrics(),
    // All clients share one address, and a minute covers a quarter of a year.
    limits: {
      signInsToAccount: 1_000_000,
      signInsFromAddress: 1_000_000,
      requestsFromAddress: 1_000_000,
      objectionsFromAddress: 1_000_000,
      refusedActs: 1_000_000,
      lookUpsFromAddress: 1_000_000,
      codesFromAddress: 1_000_000,
      shortMessages: 1_000_000,
    },
  });
  server.serve(app);
  return { client, clock, url, dataDir, bankSecret: secrets.bank, broken: broken.signal };
}
