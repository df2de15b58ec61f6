import path from 'node:path';
import type { Connection } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { openConnection } from '../../config/openConnection.js';
import { lastLines } from '../process/lastLines.js';
import { type Launched, launch } from '../process/launch.js';
import { freePort, until } from '../process/ports.js';
import type { Print } from '../process/progress.js';
import { addSearchAttributes, type SearchAttribute } from './searchAttributes.js';
import { temporalProgram } from './temporalProgram.js';
import { startThrowaway } from './throwawayServer.js';

export interface TemporalOptions {
  /** the SQLite file; in memory when absent */
  readonly dbFile?: string;
  /** free ones when absent */
  readonly port?: number;
  readonly uiPort?: number;
  /** the path under which the UI is served by a proxy; default: none */
  readonly uiPublicPath?: string;
  readonly searchAttributes?: readonly SearchAttribute[];
  readonly onLine?: (line: string) => void;
  readonly print?: Print;
}

/** A running Temporal dev server. */
export interface Temporal extends Launched {
  readonly address: string;
  readonly uiUrl: string;
}

/** Starts Temporal's dev server and waits until it serves requests and knows the search attributes. */
export async function startTemporal(options: TemporalOptions = {}): Promise<Temporal> {
  const program = await temporalProgram(options.print ?? (() => {}));
  const port = options.port ?? (await freePort());
  const uiPort = options.uiPort ?? (await freePort());
  const output = lastLines(options.onLine);
  const server = await launch(program, flags({ ...options, port, uiPort }), { onLine: output.onLine });
  const address = `127.0.0.1:${port}`;
  try {
    const connection = await connectWhenReady(address, server);
    if (connection === undefined) throw new Error(`Temporal 没有启动 / did not start: ${output.tail()}`);
    // The flag works only for a new file; attributes added since need this.
    await addSearchAttributes(connection, options.searchAttributes ?? []).finally(() => connection.close());
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, address, uiUrl: `http://127.0.0.1:${uiPort}` };
}

/** A server on a temporary file; `stop` removes it too, `kill` leaves it. */
export async function startThrowawayTemporal(options: TemporalOptions = {}): Promise<Temporal> {
  return await startThrowaway((folder) => startTemporal({ ...options, dbFile: path.join(folder, 'temporal.db') }));
}

function flags(options: TemporalOptions & { port: number; uiPort: number }): string[] {
  const dynamic = [
    // saves a round trip of the task queue for each activity
    'system.enableActivityEagerExecution=true',
    // a search attribute is usable as soon as it is added
    'system.forceSearchAttributesCacheRefreshOnRead=true',
    // one office on one machine: the machine is the limit
    'frontend.namespaceRPS=20000',
    // By default the server polls its internal queues 20 times a second, so that every step waits up to 50 ms.
    'history.transferProcessorMaxPollRPS=2000',
    'history.timerProcessorMaxPollRPS=2000',
    'history.visibilityProcessorMaxPollRPS=2000',
  ];
  const file = options.dbFile === undefined ? [] : ['--db-filename', options.dbFile];
  // An act that was answered must survive a power failure.
  const pragmas = options.dbFile === undefined ? [] : ['journal_mode=wal', 'synchronous=2'];
  const uiPath = options.uiPublicPath === undefined ? [] : ['--ui-public-path', options.uiPublicPath];
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(options.port)],
    ...['--ui-ip', '127.0.0.1', '--ui-port', String(options.uiPort), '--log-level', 'warn', '--log-format', 'json'],
    ...file,
    ...uiPath,
    ...pragmas.flatMap((pragma) => ['--sqlite-pragma', pragma]),
    ...dynamic.flatMap((value) => ['--dynamic-config-value', value]),
    ...(options.searchAttributes ?? []).flatMap(({ name, type }) => [
      '--search-attribute',
      `${name}=${TypedSearchAttributes.toMetadataType(type)}`,
    ]),
  ];
}

async function connectWhenReady(address: string, server: Launched): Promise<Connection | undefined> {
  let connection: Connection | undefined;
  const ask = async () => {
    try {
      connection = await openConnection({ address, connectTimeout: 1000 });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      return true;
    } catch {
      await connection?.close();
      connection = undefined;
      return false;
    }
  };
  await until(ask, { timeoutMs: 30_000, stopped: server.exited });
  return connection;
}
