import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { createMailer, noMailer } from '../activities/mailer.js';
import { createSms } from '../activities/sms/createSms.js';
import { ROOT, readEnvironment } from '../config/environment.js';
import { keys } from '../config/keys.js';
import { createDataConverter, createPayloadCodec } from '../config/payloadCodec.js';
import { connectTemporal } from '../config/temporalConnection.js';
import { startTracing } from '../config/tracing/tracing.js';
import { confirmInstallation } from '../engine/confirmInstallation.js';
import { temporalEngine } from '../engine/engine.js';
import { watchClocks } from '../engine/watchClocks.js';
import { closeDatabase, openDatabase } from '../records/database.js';
import type { DemoAccount } from './config.js';
import { createApp } from './createApp.js';
import { type Deps, defaultLimits } from './deps.js';
import { connectScanReader } from './documents/reading/connectScanReader.js';
import { Arrivals } from './http/arrivals.js';
import { endConnections, limitConnections, longestQueue } from './http/limitConnections.js';
import { createMetrics } from './http/metrics.js';
import { publishedOf } from './http/published.js';
import { publishMarks } from './http/publishMarks.js';
import { CountedShare } from './http/rateLimit.js';
import { createLogger } from './logger.js';
import { connectOfdConverter, connectSeal } from './papers/connectServices.js';

// Uploads, keys and what else this process writes are its user's alone.
process.umask(0o077);

const environment = readEnvironment();
const { databaseUrl, temporal, smtpUrl, mailFrom, dataDir, host, port, publicUrl, temporalUiUrl = null } = environment;
const { address } = temporal;
if (databaseUrl === undefined || address === undefined) throw new Error('DATABASE_URL and TEMPORAL_ADDRESS are needed');

const demoAccounts: readonly DemoAccount[] = JSON.parse(environment.demoAccounts ?? '[]');
const portalDir = path.join(ROOT, 'portal', 'dist');
const secrets = await keys(dataDir);
const logger = createLogger(process.env.LOG_LEVEL);
const db = openDatabase(databaseUrl, { name: 'pingshen-api', dataDir });
const connection = await connectTemporal({ ...temporal, address });
const dataConverter = createDataConverter(secrets.payload);
const tracing = await startTracing(environment, 'pingshen-api');
const interceptors = tracing ? { workflow: [tracing.client] } : {};
const client = new Client({ connection, namespace: temporal.namespace, dataConverter, interceptors });
await confirmInstallation({ ...environment, db, client, secrets });

// Without a mail server nobody is enrolled and no password reset; everything else works.
const mailer = smtpUrl === undefined ? noMailer : createMailer({ smtpUrl, from: mailFrom });
const sms = environment.smsUrl === undefined ? null : createSms(environment.smsUrl);
const metrics = createMetrics();
const engine = temporalEngine(client, { publicUrl });
const clocks = watchClocks({ db, engine, logger }, metrics.clockSkew);
const share = new CountedShare();
const deps: Deps = {
  db,
  engine,
  clocks,
  clock: Date.now,
  arrivals: new Arrivals(),
  wallClock: Date.now,
  clockOffset: 0,
  bankSecret: secrets.bank,
  dataDir,
  clamdUrl: environment.clamdUrl ?? null,
  certificateKeyFile: environment.certificateKeyFile ?? null,
  scanReader: environment.ocrUrl === undefined ? null : connectScanReader(environment.ocrUrl),
  seal: environment.sealUrl === undefined ? null : connectSeal(environment.sealUrl),
  ofd: environment.ofdUrl === undefined ? null : connectOfdConverter(environment.ofdUrl),
  publicUrl,
  temporalUiUrl,
  demoAccounts,
  portalDir: existsSync(path.join(portalDir, 'index.html')) ? portalDir : null,
  codec: createPayloadCodec(secrets.payload),
  trustedProxies: environment.trustedProxies,
  published: publishedOf(environment, demoAccounts.length > 0),
  mailer,
  sms,
  oidc: environment.oidc ?? null,
  logger,
  tracing,
  metrics,
  limits: defaultLimits,
  share,
};
const app = createApp(deps);
const isProxy = (from: string) => app.get('trust proxy fn')(from, 0) as boolean;
const server = limitConnections(createServer(app), isProxy);
server.listen({ port, host, backlog: longestQueue }, () => logger.info({ port, host }, 'listening'));

const withdrawMark = publishMarks(deps, `${os.hostname()}:${port}`, (processes) => share.count(processes));

let ending = false;
/** Takes no more requests, lets those under way finish, then goes. */
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(0), 12_000).unref();
  await endConnections(server);
  clocks.stop();
  await withdrawMark();
  await deps.engine.rest();
  await tracing?.stop();
  mailer.close();
  sms?.close();
  await connection.close();
  await closeDatabase(db);
  process.exit(0);
}
process.once('SIGTERM', () => void end());
process.once('SIGINT', () => void end());
