import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inheritEnvironment } from '../../config/environment.js';
import { keep } from '../../config/keys.js';
import { lastLines } from '../process/lastLines.js';
import { type Launched, launch } from '../process/launch.js';
import { freePort } from '../process/ports.js';
import { commandLine, processIdentity } from '../process/processIdentity.js';
import { postgresHome } from './postgresBinaries.js';
import { postgresUser, reachableFolder, reachablePrograms, type SystemUser } from './postgresUser.js';
import { startThrowaway } from './throwawayServer.js';

export interface PostgresOptions {
  readonly dataDir: string;
  /** a free one when absent */
  readonly port?: number;
  /** false: fast, but lost when the machine stops; for tests only. Default true */
  readonly durable?: boolean;
  readonly onLine?: (line: string) => void;
}

/** A running PostgreSQL server. */
export interface Postgres extends Launched {
  /** of the owner, for migrations, with user and password; the database is `pingshen` */
  readonly url: string;
  /** of the role the product uses, which reads and writes rows once they are granted to it */
  readonly productUrl: string;
  readonly port: number;
}

const USER = 'pingshen';
/** The role of the API and the workers: it owns nothing. */
export const PRODUCT = 'pingshen_product';
// C.UTF-8 would need a library of the system; order by code point is the same everywhere.
const INIT = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${USER}`];
const NOT_DURABLE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

/**
 * Starts PostgreSQL on a data directory, which it creates when missing. A server left over on the same directory by a
 * killed process is ended first.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const user = await postgresUser();
  const programs = await reachablePrograms(await postgresHome(), user);
  const dataDir = await reachableFolder(path.resolve(options.dataDir), user);
  const password = await passwordOf(`${path.resolve(options.dataDir)}.password`);
  const productPassword = await passwordOf(`${path.resolve(options.dataDir)}.${PRODUCT}.password`);
  const durable = options.durable ?? true;
  await endLeftover(dataDir);
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) await initialise({ programs, dataDir, password, durable, user });
  const port = options.port ?? (await freePort());
  const server = await serve({ programs, dataDir, port, durable, user, onLine: options.onLine });
  const at = `127.0.0.1:${port}`;
  const url = (database: string) => `postgresql://${USER}:${password}@${at}/${database}`;
  try {
    await createOwnDatabase(url('postgres'), productPassword);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const productUrl = `postgresql://${PRODUCT}:${productPassword}@${at}/${USER}`;
  return { ...server, url: url(USER), productUrl, port };
}

/** A server on a temporary folder; `stop` removes the folder too. */
export async function startThrowawayPostgres(): Promise<Postgres> {
  return await startThrowaway((folder) => startPostgres({ dataDir: path.join(folder, 'data'), durable: false }));
}

interface Home {
  readonly programs: string;
  readonly dataDir: string;
  readonly durable: boolean;
  readonly user: SystemUser | undefined;
}

// Created beside its place and renamed: an interrupted init is done again.
async function initialise({ programs, dataDir, password, durable, user }: Home & { password: string }) {
  const draft = `${dataDir}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  const secrets = await mkdtemp(path.join(os.tmpdir(), 'pingshen-init-'));
  const passwordFile = path.join(secrets, 'password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) for (const each of [draft, secrets, passwordFile]) await chown(each, user.uid, user.gid);
  const output = lastLines();
  const args = [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...INIT, ...(durable ? [] : ['--no-sync'])];
  try {
    const initdb = await launch(path.join(programs, 'bin/initdb'), args, {
      ...user,
      cwd: '/',
      onLine: output.onLine,
      env: plainEnv(),
    });
    const { code } = await initdb.exited;
    if (code !== 0) throw new Error(`initdb: ${output.tail()}`);
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
  await rename(draft, dataDir);
}

async function serve(home: Home & { port: number; onLine: PostgresOptions['onLine'] }): Promise<Launched> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    'max_connections=200',
    'shared_buffers=256MB',
    // Rows are replaced with every act: after a minute the tables of a busy hour would have grown around dead ones.
    'autovacuum_naptime=10s',
    // Errors reach who asked; in a log their statements and rows would name people.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    ...(home.durable ? [] : NOT_DURABLE),
  ];
  const args = ['-D', home.dataDir, '-p', String(home.port), ...settings.flatMap((setting) => ['-c', setting])];
  const output = lastLines(home.onLine);
  // After a kill -9 the old server's children hold its shared memory for a moment.
  for (let attempt = 1; ; attempt++) {
    let ready: (value: boolean) => void = () => {};
    const isReady = new Promise<boolean>((resolve) => {
      ready = resolve;
    });
    const onLine = (line: string) => {
      output.onLine(line);
      if (line.includes('database system is ready to accept connections')) ready(true);
    };
    const options = { ...home.user, cwd: '/', env: plainEnv(), onLine, stopSignal: 'SIGINT' as const };
    const server = await launch(path.join(home.programs, 'bin/postgres'), args, options);
    server.exited.then(() => ready(false));
    if (await isReady) return server;
    if (attempt === 10) throw new Error(`PostgreSQL 没有启动 / did not start: ${output.tail()}`);
    await sleep(300);
  }
}

// Nothing else: a PGDATA or PGPORT of the user must not reach this server.
const plainEnv = () => ({ PATH: inheritEnvironment().PATH, LC_ALL: 'C', TZ: 'UTC' });

async function endLeftover(dataDir: string): Promise<void> {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const pid = Number(text.split('\n')[0]);
  const isOurs = () => processIdentity(pid) !== undefined && commandLine(pid).includes(dataDir);
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    if (!isOurs()) break;
    process.kill(pid, signal);
    for (let waited = 0; waited < 100 && isOurs(); waited++) await sleep(50);
  }
  // The pid may have been reused by another program, which PostgreSQL would take for a running server.
  await rm(pidFile, { force: true });
}

const passwordOf = (file: string) => keep(file, () => randomBytes(18).toString('base64url'));

async function createOwnDatabase(maintenanceUrl: string, productPassword: string): Promise<void> {
  const client = new pg.Client(maintenanceUrl);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [USER]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${USER}`);
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [PRODUCT]);
    const verb = roles.rowCount === 0 ? 'CREATE' : 'ALTER';
    const password = client.escapeLiteral(productPassword);
    await client.query(`${verb} ROLE ${PRODUCT} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${password}`);
  } finally {
    await client.end();
  }
}
