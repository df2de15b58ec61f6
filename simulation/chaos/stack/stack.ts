import { cp } from 'node:fs/promises';
import path from 'node:path';
import { Client } from '@temporalio/client';
import { ROOT } from '../../../config/environment.js';
import { keys } from '../../../config/keys.js';
import { openConnection } from '../../../config/openConnection.js';
import { createDataConverter } from '../../../config/payloadCodec.js';
import { balancePart } from '../../../ops/cluster/clusterParts.js';
import { deploymentsOf, makeFirstCurrent } from '../../../ops/cluster/deployments.js';
import type { Launched } from '../../../ops/process/launch.js';
import { freePort } from '../../../ops/process/ports.js';
import { isApiReady, isWorkerPolling } from '../../../ops/process/readiness.js';
import { startProgram } from '../../../ops/process/startProgram.js';
import { throwawayFolder } from '../../../ops/process/throwawayFolder.js';
import { closeDatabase, type Database, openDatabase } from '../../../records/database.js';
import { workflowBundle } from '../../../worker/workflowBundle.js';
import { taskQueue } from '../../../workflows/application/messages.js';
import { keepRunning, type Part } from './part.js';
import type { Servers } from './servers.js';
import { shiftedClock } from './shiftedClock.js';

/** A release of the product on this machine. */
export interface Release {
  readonly root: string;
  /** The deployment of which its workers are a version; absent: they have no versions. */
  readonly deployment?: string;
  /** Which version they are; absent: they say so themselves. */
  readonly build?: string;
}

/** An API process under the supervisor. */
export interface ApiPart extends Part {
  readonly url: string;
  /** Restarts it with a clock that is ahead by so many ms; 0: the true one. */
  shiftClock(ms: number): Promise<void>;
  /** Restarts it in an orderly way from a release. */
  install(of: Release): Promise<void>;
}

/** The product in processes of its own, as people run it: workers and APIs, with or without a proxy. */
export interface Stack {
  readonly db: Database;
  readonly client: Client;
  readonly dataDir: string;
  /** The first of the workers. */
  readonly worker: Part;
  readonly workers: readonly Part[];
  /** Starts another worker. */
  addWorker(of: Release): Promise<Part>;
  readonly apis: readonly ApiPart[];
  /** In front of the APIs; null: people turn to one or the other. */
  readonly proxy: (Part & { readonly url: string }) | null;
  /** What the workers and the APIs have logged. */
  readonly lines: readonly string[];
  close(): Promise<void>;
}

export interface StackOptions {
  readonly smtpUrl: string;
  /** Where the workflows are bundled, or will be. */
  readonly bundleFolder: string;
  readonly apis?: number;
  readonly workers?: number;
  /** Whether a proxy stands in front of the APIs. */
  readonly proxied?: boolean;
  /** What its processes run; default: this one, workers without versions. */
  readonly release?: Release;
  /** Default: every line there is. */
  readonly logLevel?: string;
}

const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };

/** Starts the product on servers. */
export async function startStack(
  { databaseUrl, address, namespace }: Servers,
  {
    smtpUrl,
    bundleFolder,
    apis = 1,
    workers = 1,
    proxied = false,
    release = { root: ROOT },
    logLevel = 'trace',
  }: StackOptions,
): Promise<Stack> {
  const { folder: dataDir, remove } = await throwawayFolder();
  await workflowBundle(bundleFolder, silent);
  await cp(bundleFolder, path.join(dataDir, 'bundle'), { recursive: true });
  const dataConverter = createDataConverter((await keys(dataDir)).payload);
  const connection = await openConnection({ address });
  const client = new Client({ connection, namespace, dataConverter });
  const db = openDatabase(databaseUrl, { name: 'fault test', poolSize: 8, dataDir });
  const lines: string[] = [];
  const onLine = (line: string) => void lines.push(line);
  const shared = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: smtpUrl,
    PINGSHEN_DATA: dataDir,
    PINGSHEN_PUBLIC_URL: 'http://pingshen.test',
    TRUSTED_PROXY: proxied ? '127.0.0.1' : undefined,
    LOG_LEVEL: logLevel,
  };
  const addWorker = async (of: Release) => {
    const env = { ...shared, PINGSHEN_DEPLOYMENT: of.deployment, PINGSHEN_BUILD: of.build };
    const part = await keepRunning('worker', () => {
      const poll = { namespace, taskQueue, since: Date.now() };
      const isReady = ({ pid }: Launched) => isWorkerPolling(connection, { ...poll, pid });
      return startProgram({ file: 'worker.ts', root: of.root, env, onLine, isReady });
    });
    workerParts.push(part);
    return part;
  };
  const workerParts: Part[] = [];
  const worker = await addWorker(release);
  while (workerParts.length < workers) await addWorker(release);
  if (release.deployment !== undefined) await makeFirstCurrent(deploymentsOf(connection, namespace));
  const openApi = async (port: number): Promise<ApiPart> => {
    let [shift, installed] = [0, release];
    const isReady = () => isApiReady(port);
    const start = () => {
      const env = { ...shared, PINGSHEN_PORT: String(port), ...shiftedClock(shift) };
      return startProgram({ file: 'api/server.ts', root: installed.root, env, onLine, isReady });
    };
    const part = await keepRunning('api', start);
    return {
      ...part,
      url: `http://127.0.0.1:${port}`,
      shiftClock: (ms) => {
        shift = ms;
        // Asked to end, it would wait for connections that clients keep open.
        return part.kill();
      },
      install: (of) => {
        installed = of;
        return part.restart();
      },
    };
  };
  const apiServers: ApiPart[] = [];
  for (let count = 0; count < apis; count += 1) apiServers.push(await openApi(await freePort()));
  const proxy = proxied ? await openProxy(apiServers, onLine) : null;
  return {
    db,
    client,
    dataDir,
    worker,
    workers: workerParts,
    addWorker,
    apis: apiServers,
    proxy,
    lines,
    async close() {
      for (const part of [...(proxy ? [proxy] : []), ...apiServers, ...workerParts]) await part.stop();
      await connection.close();
      await closeDatabase(db);
      await remove();
    },
  };
}

async function openProxy(apis: readonly ApiPart[], onLine: (line: string) => void) {
  const port = await freePort();
  const to = apis.map(({ url }) => Number(new URL(url).port));
  const part = await keepRunning('proxy', () => balancePart({ port, to, onLine }).start());
  return { ...part, url: `http://127.0.0.1:${port}` };
}
