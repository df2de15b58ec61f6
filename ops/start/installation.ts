import { environmentOnPort, isDemoRequested, readEnvironment } from '../../config/environment.js';
import { keys } from '../../config/keys.js';
import { connectTemporal } from '../../config/temporalConnection.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import { grantToProduct, ownsRecord } from '../migrations/grantToProduct.js';
import { migrate } from '../migrations/migrate.js';
import { AlreadyRunning, claimDataDir } from '../process/dataDirClaim.js';
import { endOnSignal } from '../process/endOnSignal.js';
import { type Log, openLog } from '../process/log.js';
import { createSupervisor, type Part } from '../process/supervisor.js';
import { postgresUser } from '../servers/postgresUser.js';
import { addSearchAttributes } from '../servers/searchAttributes.js';
import { type Need, setup } from '../setup/setup.js';
import { closeDataDir } from './closeDataDir.js';
import { embeddedServers } from './embeddedServers.js';
import { addressLines, firstOperatorLines } from './messages.js';
import { loadSeed, runSeed } from './seedContract.js';
import { type Listener, type Ports, readStartOptions, takenPorts } from './startOptions.js';

type Connection = Awaited<ReturnType<typeof connectTemporal>>;

/** What the parts of the product are started with. */
export interface ProductOptions {
  readonly ports: Ports;
  readonly log: Log;
  readonly connection: Connection;
  readonly namespace: string;
  /** of every part */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** of the API besides */
  readonly apiEnv: Readonly<Record<string, string | undefined>>;
}

/** What a Temporal server other than the embedded one is started with. */
export interface EngineOptions {
  readonly ports: Ports;
  readonly environment: Environment;
  readonly log: Log;
  readonly supervisor: ReturnType<typeof createSupervisor>;
  /** of the role that owns the product's tables */
  readonly ownerUrl: string;
}

/** How the product runs on its servers. */
export interface Mode {
  /** besides the database client and the servers */
  readonly need: readonly Need[];
  /** starts the Temporal server where none is given, and says at which host and port; absent: the embedded one */
  readonly addTemporal?: (options: EngineOptions) => Promise<string>;
  readonly parts: (options: ProductOptions) => Promise<readonly Part[]>;
}

/**
 * Runs an installation until a signal ends it: the servers that were not given, then the product. `endOnSignal` ends
 * everything that was started.
 */
export async function runInstallation(mode: Mode): Promise<void> {
  const began = Date.now();
  // For every child as well: nothing any of them writes is readable by another user.
  process.umask(0o077);
  const ports = readPorts();
  const environment = environmentOnPort(ports.api);
  const { dataDir } = environment;
  await closeDataDir(dataDir, await postgresUser());
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
    const taken = await takenPorts(ports, listenersToStart(environment, mode));
    if (taken.length > 0) throw new Error(taken.join('\n'));
    await start({ mode, ports, environment, log, supervisor });
    log.printLine('start', `全部就绪 / all ready (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    const message = error instanceof AlreadyRunning ? `${error.message}：${dataDir}` : String((error as Error).message);
    for (const line of message.split('\n')) log.printLine('start', line);
    await end(1);
  }
}

const NO_MAIL_SERVER =
  '没有演示时须用 SMTP_URL 给出邮件服务器 / without the demo, give the mail server by SMTP_URL: the inbox is for the demo only';

type Environment = ReturnType<typeof environmentOnPort>;

interface Start {
  readonly mode: Mode;
  readonly ports: Ports;
  readonly environment: Environment;
  readonly log: Log;
  readonly supervisor: ReturnType<typeof createSupervisor>;
}

async function start({ mode, ports, environment, log, supervisor }: Start): Promise<void> {
  const { dataDir, publicUrl } = environment;
  const print = (message: string) => log.printLine('start', message);
  const ownTemporal = environment.temporal.address === undefined && mode.addTemporal === undefined;
  const demo = isDemoRequested(environment);
  if (!demo && environment.smtpUrl === undefined) throw new Error(NO_MAIL_SERVER);
  await setup({ need: ['prisma'], print });
  await keys(dataDir);

  const servers = embeddedServers({ ports, environment, log, supervisor });
  const migrating = migrated(environment, servers, print);
  const startTemporal = async () => {
    if (mode.addTemporal) {
      const { owner: ownerUrl } = await migrating;
      return await mode.addTemporal({ ports, environment, log, supervisor, ownerUrl });
    }
    await setup({ need: ['temporal'], print });
    return await servers.addTemporal();
  };
  // Side by side: each waits for something else.
  const [{ product: databaseUrl }, address, inbox] = await Promise.all([
    migrating,
    environment.temporal.address ?? startTemporal(),
    environment.smtpUrl === undefined ? servers.addMailInbox() : undefined,
    setup({ need: mode.need, print }),
    loadSeed(),
  ]);
  const temporal = { ...environment.temporal, address };
  const connection = await connectTemporal(temporal);
  await addSearchAttributes(connection, Object.values(searchAttributes), temporal.namespace);
  const seeded = await runSeed({ ...environment, databaseUrl, temporal, demo, print });
  const { accounts, firstOperator } = seeded;
  // Printed at once and to the terminal only: the password is stored nowhere, not in the log either.
  if (firstOperator !== null) console.log(firstOperatorLines(firstOperator));
  const ownUi = ownTemporal ? `http://127.0.0.1:${ports.temporalUi}` : undefined;
  const temporalUiUrl = environment.temporalUiUrl ?? ownUi;
  const env = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_URL: environment.smtpUrl ?? inbox?.smtpUrl,
    // In the demo short messages stand among the mails of its inbox, behind the same password.
    SMS_URL: environment.smsUrl ?? (demo ? inbox?.smtpUrl : undefined),
    MAIL_FROM: environment.mailFrom,
    PINGSHEN_DATA: dataDir,
    PINGSHEN_PORT: String(ports.api),
    PINGSHEN_PUBLIC_URL: publicUrl,
    PINGSHEN_TEMPORAL_UI_URL: temporalUiUrl,
  };
  const apiEnv = { PINGSHEN_DEMO_ACCOUNTS: accounts.length > 0 ? JSON.stringify(accounts) : undefined };
  const parts = await mode.parts({ ports, log, connection, namespace: temporal.namespace, env, apiEnv });
  await Promise.all(parts.map((part) => supervisor.add(part)));
  console.log(addressLines({ publicUrl, hasUi: temporalUiUrl !== undefined, inbox, accounts, demo }));
}

/** Migrates the database as its owner. @returns the addresses under which the product and the owner use it */
async function migrated(
  { databaseUrl, migrationDatabaseUrl }: Environment,
  servers: ReturnType<typeof embeddedServers>,
  print: (message: string) => void,
): Promise<{ readonly product: string; readonly owner: string }> {
  const { product, owner } =
    databaseUrl === undefined
      ? await servers.addPostgres()
      : { product: databaseUrl, owner: migrationDatabaseUrl ?? databaseUrl };
  const applied = await migrate(owner);
  if (applied.length > 0) print(`数据库已升级 / database migrated: ${applied.join(', ')}`);
  if (owner !== product) await grantToProduct(owner, decodeURIComponent(new URL(product).username));
  if (await ownsRecord(product)) for (const line of OWNER_IN_USE) print(line);
  return { product, owner };
}

const OWNER_IN_USE = [
  'DATABASE_URL 的用户拥有数据表，能关闭保护记录的触发器；请另用 MIGRATION_DATABASE_URL 给出所有者。',
  'the user of DATABASE_URL owns the tables and could switch off what protects the record: name the owner by MIGRATION_DATABASE_URL',
];

function readPorts(): Ports {
  try {
    return readStartOptions(process.argv.slice(2), readEnvironment().port);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}

function listenersToStart({ databaseUrl, temporal, smtpUrl }: Environment, { addTemporal }: Mode): Listener[] {
  const ofTemporal = addTemporal === undefined ? (['temporal', 'temporalUi'] as const) : (['temporal'] as const);
  return [
    'api',
    ...(databaseUrl === undefined ? (['postgres'] as const) : []),
    ...(temporal.address === undefined ? ofTemporal : []),
    ...(smtpUrl === undefined ? (['smtp', 'mail'] as const) : []),
  ];
}
