import path from 'node:path';
import { Client } from '@temporalio/client';
import { createMailer } from './activities/mailer.js';
import { createSms } from './activities/sms/createSms.js';
import { readEnvironment } from './config/environment.js';
import { keys } from './config/keys.js';
import { createDataConverter } from './config/payloadCodec.js';
import { createSigner } from './config/signingKeys.js';
import { startTracing } from './config/tracing/tracing.js';
import { confirmInstallation } from './engine/confirmInstallation.js';
import { temporalEngine } from './engine/engine.js';
import { watchClocks } from './engine/watchClocks.js';
import { closeDatabase, openDatabase } from './records/database.js';
import { connectWorker } from './worker/connectWorker.js';
import { createWorkerMetrics, serveMetrics } from './worker/metrics.js';
import { startPolicyProofs } from './worker/proof/policyProofs.js';
import { startRecordChecks } from './worker/proof/recordChecks.js';
import { startReconciler } from './worker/reconciler.js';
import { startRetention } from './worker/startRetention.js';
import { startWorkers } from './worker/startWorkers.js';
import { startSweeper } from './worker/sweeper.js';
import { whileCurrent } from './worker/whileCurrent.js';
import { createWorkerLog, logEngine } from './worker/workerLog.js';
import { buildId, workflowBundle } from './worker/workflowBundle.js';

// Uploads, keys and what else this process writes are its user's alone.
process.umask(0o077);

const log = createWorkerLog();

/** One worker process with its sweeper: runs until SIGTERM or SIGINT, finishes what it has begun, and ends. */
async function run(): Promise<void> {
  logEngine(log);
  const environment = readEnvironment();
  const { databaseUrl, temporal, smtpUrl, smsUrl, mailFrom, dataDir, publicUrl, host, workerMetricsPort } = environment;
  if (databaseUrl === undefined) throw new Error('DATABASE_URL 没有给出 / is missing');
  if (smtpUrl === undefined) throw new Error('SMTP_URL 没有给出 / is missing');
  const secrets = await keys(dataDir);
  const dataConverter = createDataConverter(secrets.payload);
  const bundle = await workflowBundle(path.join(dataDir, 'bundle'), log);
  const database = openDatabase(databaseUrl, { name: 'pingshen worker', dataDir });
  const mailer = createMailer({ smtpUrl, from: mailFrom });
  const sms = smsUrl === undefined ? null : createSms(smsUrl);
  const connection = await connectWorker(temporal);
  const tracing = await startTracing(environment, 'pingshen-worker');
  const interceptors = tracing ? { workflow: [tracing.client] } : {};
  const client = new Client({ connection, namespace: temporal.namespace, dataConverter, interceptors });
  await confirmInstallation({ ...environment, db: database, client, secrets });
  const engine = temporalEngine(client, { publicUrl });
  const metrics = createWorkerMetrics();
  const stopMetrics =
    workerMetricsPort === undefined
      ? undefined
      : await serveMetrics(metrics.registry, { host, port: workerMetricsPort, token: environment.metricsToken });
  try {
    const known = { connection, client, dataConverter, bundle, database, mailer, sms };
    const { deployment, build } = environment;
    const version =
      deployment === undefined ? {} : { version: { deploymentName: deployment, buildId: build ?? (await buildId()) } };
    const options = { ...known, ...version, portal: publicUrl, log, metrics, tracing };
    const workers = await startWorkers(options);
    await startRetention(client);
    // Keys that a rotation left under an earlier master key.
    await database.vault.rewrap();
    const shared = { db: database, engine, clock: Date.now, clockOffset: 0, logger: log, metrics };
    const keepers = whileCurrent(connection, { namespace: temporal.namespace, ...version }, () => [
      startSweeper({ ...shared, dataDir }),
      startReconciler(shared),
    ]);
    const recordChecks = startRecordChecks({ ...shared, dataDir, signer: createSigner(dataDir) });
    const policyProofs = startPolicyProofs(shared);
    const clocks = watchClocks({ db: database, engine, logger: log }, metrics.clockSkew);
    log.info({}, 'worker started');
    await workers.done.finally(async () => {
      clocks.stop();
      await Promise.all([keepers.stop(), recordChecks.stop(), policyProofs.stop()]);
    });
    log.info({}, 'worker stopped');
  } finally {
    await stopMetrics?.();
    await engine.rest();
    await tracing?.stop();
    mailer.close();
    sms?.close();
    await connection.close();
    await closeDatabase(database);
  }
}

await run().catch((error: unknown) => {
  log.fatal({ error: error instanceof Error ? error.message : String(error) }, 'worker failed');
  process.exitCode = 1;
});
