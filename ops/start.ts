import path from 'node:path';
import { environmentOnPort, isDemoRequested, readEnvironment } from '../config/environment.js';
import { keys } from '../config/keys.js';
import { connectTemporal } from '../config/temporalConnection.js';
import { searchAttributes } from '../workflows/application/searchAttributes.js';
import { migrate } from './migrations/migrate.js';
import { AlreadyRunning, claimDataDir } from './process/dataDirClaim.js';
import { endOnSignal } from './process/endOnSignal.js';
import { type Log, openLog } from './process/log.js';
import { isApiReady, isWorkerPolling } from './process/readiness.js';
import { startProgram } from './process/startProgram.js';
import { createSupervisor } from './process/supervisor.js';
import { startMailInbox } from './servers/mailInbox.js';
import { startPostgres } from './servers/postgres.js';
import { addSearchAttributes } from './servers/searchAttributes.js';
import { startTemporal } from './servers/temporal.js';
import { setup } from './setup/setup.js';
import { type DemoAccount, runSeed } from './start/seedContract.js';
import { type Listener, type Ports, readStartOptions, takenPorts } from './start/startOptions.js';

const ports = readPorts();
const environment = environmentOnPort(ports.api);
const { dataDir, publicUrl } = environment;
const given = {
  database: environment.databaseUrl !== undefined,
  temporal: environment.temporal.address !== undefined,
  smtp: environment.smtpUrl !== undefined,
};

const ownTemporalUi = `http://127.0.0.1:${ports.temporalUi}`;

/** Runs `npm start`; `endOnSignal` ends everything it starts. */
async function start(log: Log, supervisor: ReturnType<typeof createSupervisor>): Promise<void> {
  const print = (message: string) => log.printLine('start', message);
  await setup({ need: ['prisma', 'portal', ...(given.temporal ? [] : (['temporal'] as const))], print });
  await keys(dataDir);

  const databaseUrl = environment.databaseUrl ?? (await addPostgres());
  const applied = await migrate(databaseUrl);
  if (applied.length > 0) print(`数据库已升级 / database migrated: ${applied.join(', ')}`);
  const temporal = { ...environment.temporal, address: environment.temporal.address ?? (await addTemporal()) };
  const connection = await connectTemporal(temporal);
  await addSearchAttributes(connection, Object.values(searchAttributes), temporal.namespace);
  const inbox = given.smtp ? undefined : await addMailInbox();

  const demo = isDemoRequested(environment);
  const { operatorEmail } = environment;
  const seeded = await runSeed({ databaseUrl, temporal, dataDir, publicUrl, demo, operatorEmail, print });
  const { accounts, firstOperator } = seeded;
  // Printed at once and to the terminal only: the password is stored nowhere, not in the log either.
  if (firstOperator !== null) printFirstOperator(firstOperator);
  const env = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_URL: environment.smtpUrl ?? inbox?.smtpUrl,
    MAIL_FROM: environment.mailFrom,
    PINGSHEN_DATA: dataDir,
    PINGSHEN_PORT: String(ports.api),
    PINGSHEN_PUBLIC_URL: publicUrl,
    PINGSHEN_TEMPORAL_UI_URL: environment.temporalUiUrl ?? (given.temporal ? undefined : ownTemporalUi),
  };
  const apiEnv = { ...env, PINGSHEN_DEMO_ACCOUNTS: accounts.length > 0 ? JSON.stringify(accounts) : undefined };
  const api = { file: 'api/server.ts', env: apiEnv, onLine: log.linesOf('api'), isReady: () => isApiReady(ports.api) };
  const worker = () => {
    const poll = { namespace: temporal.namespace, taskQueue: 'pingshen', since: Date.now() };
    const isReady = () => isWorkerPolling(connection, poll);
    return startProgram({ file: 'worker.ts', env, onLine: log.linesOf('worker'), isReady });
  };
  await Promise.all([
    supervisor.add({ name: 'api', start: () => startProgram(api) }),
    supervisor.add({ name: 'worker', start: worker }),
  ]);
  printAddresses(accounts, inbox?.webUrl);

  async function addPostgres(): Promise<string> {
    const onLine = log.linesOf('postgres', (line) => /\b(FATAL|PANIC):/.test(line));
    const options = { dataDir: path.join(dataDir, 'postgres'), port: ports.postgres, onLine };
    return (await supervisor.add({ name: 'postgres', start: () => startPostgres(options) })).url;
  }

  async function addTemporal(): Promise<string> {
    const onLine = log.linesOf('temporal', () => false);
    const dbFile = path.join(dataDir, 'temporal.db');
    const codecEndpoint = `${publicUrl}/codec`;
    const options = { dbFile, port: ports.temporal, uiPort: ports.temporalUi, codecEndpoint, onLine, print };
    const list = Object.values(searchAttributes);
    const part = { name: 'temporal', start: () => startTemporal({ ...options, searchAttributes: list }) };
    return (await supervisor.add(part)).address;
  }

  async function addMailInbox() {
    const folder = path.join(dataDir, 'mail');
    const options = { smtpPort: ports.smtp, webPort: ports.mail, folder, onLine: log.linesOf('mail', () => false) };
    return await supervisor.add({ name: 'mail', start: () => startMailInbox(options) });
  }

  function printAddresses(accounts: readonly DemoAccount[], mailUrl: string | undefined) {
    const lines = [
      `评审系统 / portal           ${publicUrl}`,
      `接口说明 / API reference    ${publicUrl}/docs`,
      ...(given.temporal ? [] : [`Temporal UI                 ${ownTemporalUi}`]),
      ...(mailUrl === undefined ? [] : [`邮件收件箱 / mail inbox     ${mailUrl}`]),
      ...(accounts.length === 0 ? [] : ['', '演示账户 / demo accounts']),
      ...accounts.map(({ role, name, email, password }) => `  ${role}  ${name}  ${email}  ${password}`),
      '',
      '按 Ctrl-C 结束 / press Ctrl-C to stop',
    ];
    console.log(`\n${lines.join('\n')}\n`);
  }
}

function printFirstOperator({ email, password }: { readonly email: string; readonly password: string }): void {
  const lines = [
    '首个账户（运维），只显示这一次；登录后须先更改密码',
    'The first account, an operator; told this once, and its password must be changed after signing in',
    `  ${email}  ${password}`,
  ];
  console.log(`\n${lines.join('\n')}\n`);
}

function readPorts(): Ports {
  try {
    return readStartOptions(process.argv.slice(2), readEnvironment().port);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

function listenersToStart(): Listener[] {
  return [
    'api',
    ...(given.database ? [] : (['postgres'] as const)),
    ...(given.temporal ? [] : (['temporal', 'temporalUi'] as const)),
    ...(given.smtp ? [] : (['smtp', 'mail'] as const)),
  ];
}

async function main(): Promise<void> {
  const began = Date.now();
  const log = openLog(dataDir);
  const supervisor = createSupervisor({ print: log.printLine });
  let release = () => {};
  const begin = (reason: string) => {
    supervisor.close();
    log.printLine('start', `正在结束 / stopping ${reason}`);
  };
  const end = endOnSignal(begin, { stopIsSuccess: true });
  process.on('exit', () => release());
  try {
    release = await claimDataDir(dataDir, (message) => log.printLine('start', message));
    const taken = await takenPorts(ports, listenersToStart());
    if (taken.length > 0) throw new Error(taken.join('\n'));
    await start(log, supervisor);
    log.printLine('start', `全部就绪 / all ready (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    const message = error instanceof AlreadyRunning ? `${error.message}：${dataDir}` : String((error as Error).message);
    for (const line of message.split('\n')) log.printLine('start', line);
    await end(1);
  }
}

await main();
