import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Connection } from '@temporalio/client';
import { inheritEnvironment, ROOT } from '../../config/environment.js';
import { keep } from '../../config/keys.js';
import { openConnection } from '../../config/openConnection.js';
import { lastLines } from '../process/lastLines.js';
import { type Launched, launch } from '../process/launch.js';
import { until } from '../process/ports.js';
import type { Print } from '../process/progress.js';
import type { SearchAttribute } from '../servers/searchAttributes.js';
import { prepareNamespace } from './prepareNamespace.js';
import { temporalServerPrograms } from './temporalServerPrograms.js';
import { prepareTemporalTables } from './temporalTables.js';

/** The ports of one server: those of its services, and those at which the servers of a cluster find each other. */
export interface TemporalServerPorts {
  readonly frontend: number;
  readonly history: number;
  readonly matching: number;
  readonly worker: number;
  readonly membership: readonly [frontend: number, history: number, matching: number, worker: number];
}

export interface TemporalServerOptions {
  /** PostgreSQL's address for a role that may create roles and databases */
  readonly databaseUrl: string;
  /** where the password of Temporal's role is kept */
  readonly dataDir: string;
  readonly ports: TemporalServerPorts;
  readonly namespace: string;
  readonly searchAttributes: readonly SearchAttribute[];
  /** How long what has ended is kept, in milliseconds; default: as in every cluster. */
  readonly keptMs?: number | undefined;
  readonly onLine?: (line: string) => void;
  readonly print?: Print;
}

const folder = path.join(ROOT, 'ops', 'cluster');
const longestStart = 120_000;

/**
 * Starts Temporal's server on PostgreSQL, with its tables, namespace and search attributes as they have to be, and waits
 * until it serves them.
 */
export async function startTemporalServer(
  options: TemporalServerOptions,
): Promise<Launched & { readonly address: string }> {
  const { databaseUrl, dataDir, ports, namespace, searchAttributes, keptMs, print = () => {} } = options;
  const { server, sqlTool } = await temporalServerPrograms(print);
  const password = await keep(path.join(dataDir, 'temporal.password'), () => randomBytes(18).toString('base64url'));
  await prepareTemporalTables({ url: databaseUrl, password, sqlTool }, print);
  const { host: sqlAddress } = new URL(databaseUrl);
  const output = lastLines(options.onLine);
  const running = await launch(
    server,
    ['--config-file', path.join(folder, 'temporal.yaml.template'), '--allow-no-auth', 'start'],
    {
      cwd: '/',
      env: inheritEnvironment({
        ...variablesOf(ports),
        TEMPORAL_SQL_ADDRESS: sqlAddress,
        TEMPORAL_SQL_PASSWORD: password,
      }),
      onLine: output.onLine,
    },
  );
  const address = `127.0.0.1:${ports.frontend}`;
  try {
    const connection = await connectWhenReady(address, running);
    if (connection === undefined) throw new Error(`Temporal 没有启动 / did not start: ${output.tail()}`);
    await prepareNamespace(connection, namespace, searchAttributes, keptMs).finally(() => connection.close());
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { ...running, address };
}

function variablesOf({ frontend, history, matching, worker, membership }: TemporalServerPorts) {
  const [ofFrontend, ofHistory, ofMatching, ofWorker] = membership.map(String);
  return {
    TEMPORAL_FRONTEND_PORT: String(frontend),
    TEMPORAL_HISTORY_PORT: String(history),
    TEMPORAL_MATCHING_PORT: String(matching),
    TEMPORAL_WORKER_PORT: String(worker),
    TEMPORAL_FRONTEND_MEMBERSHIP_PORT: ofFrontend,
    TEMPORAL_HISTORY_MEMBERSHIP_PORT: ofHistory,
    TEMPORAL_MATCHING_MEMBERSHIP_PORT: ofMatching,
    TEMPORAL_WORKER_MEMBERSHIP_PORT: ofWorker,
    TEMPORAL_DYNAMIC_CONFIG: path.join(folder, 'dynamic.yaml'),
    TEMPORAL_SQL_CONNECTIONS: '10',
  };
}

async function connectWhenReady(address: string, server: Launched): Promise<Connection | undefined> {
  let connection: Connection | undefined;
  const ask = async () => {
    try {
      connection = await openConnection({ address, connectTimeout: 1000 });
      await connection.workflowService.listNamespaces({ pageSize: 1 });
      return true;
    } catch {
      await connection?.close();
      connection = undefined;
      return false;
    }
  };
  await until(ask, { timeoutMs: longestStart, stopped: server.exited, everyMs: 200 });
  return connection;
}
