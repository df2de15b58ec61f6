// Runs before anything is installed, as the .mjs files it imports do: plain Node, no dependency.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive } from './process/isAlive.mjs';
import { buildTemporalEarly } from './setup/buildEarly.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const marker = path.join(root, 'node_modules', '.pingshen-installed');
const lock = path.join(root, '.data', 'install.lock');
const OLDEST_NODE = [20, 19];

function refuse(...lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const old = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (!old) return;
  const wanted = OLDEST_NODE.join('.');
  refuse(
    `需要 Node.js ${wanted} 或更高版本，当前是 ${process.versions.node}。`,
    `Node.js ${wanted} or newer is needed; this is ${process.versions.node}.`,
  );
}

/** Runs a child, passes signals on to it, and resolves with its exit code (128 + n after a signal). */
function run(args, options) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, ...options });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    child.on('error', (error) => refuse(String(error)));
    child.on('exit', (code, signal) => {
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + (signal === 'SIGINT' ? 2 : signal === 'SIGKILL' ? 9 : 15));
    });
  });
}

/** Two commands at once on a fresh clone would install over each other: the second waits for the first. */
async function holdInstallLock() {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (let reported = false; ; ) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      process.on('exit', () => rmSync(lock, { force: true }));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
    if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
    if (!reported) console.log('另一个命令正在安装依赖，等待… / another command is installing, waiting…');
    reported = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
/** What the marker says of an install: with the packages of tests, checks and benchmarks, or without. */
const everything = () => lockfileHash();
const onlyTheProduct = () => `${lockfileHash()} product`;

function installed({ forTheProduct }) {
  const installedHere = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : null;
  if (installedHere === onlyTheProduct()) return forTheProduct;
  return installedHere === everything() || installedByNpm({ forTheProduct });
}

/** Whether somebody ran `npm ci` since package-lock.json changed; npm writes this file at the end of an install. */
function installedByNpm({ forTheProduct }) {
  const hidden = path.join(root, 'node_modules', '.package-lock.json');
  const lockfile = path.join(root, 'package-lock.json');
  if (!existsSync(hidden) || statSync(hidden).mtimeMs <= statSync(lockfile).mtimeMs) return false;
  return forTheProduct || existsSync(path.join(root, 'node_modules', 'jest'));
}

async function installDependencies({ forTheProduct, needsTemporal }) {
  if (installed({ forTheProduct })) return;
  await holdInstallLock();
  if (installed({ forTheProduct })) return;
  const npm =
    process.env.npm_execpath ?? path.join(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  if (!existsSync(npm)) refuse('找不到 npm，请用 npm start 运行。 / npm was not found; run this through npm.');
  const began = Date.now();
  let building = false;
  const report = () => {
    const also = building ? ['，同时用 Go 构建 Temporal 服务器', ', building the Temporal server with Go'] : ['', ''];
    const seconds = Math.round((Date.now() - began) / 1000);
    console.log(`正在安装依赖（npm ci）${also[0]}… / installing dependencies${also[1]}… ${seconds} s`);
  };
  // The longest part of a first start: it does not wait for the dependencies.
  if (needsTemporal) building = await buildTemporalEarly();
  report();
  const ticking = setInterval(report, 5000);
  // An installation that runs keeps its packages: what it does without is added to them.
  const adding = existsSync(marker) && readFileSync(marker, 'utf8').trim() === onlyTheProduct();
  const install = adding ? ['install', '--no-save'] : ['ci'];
  const which = forTheProduct ? '--omit=dev' : '--include=dev';
  const code = await run([npm, ...install, which, '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit' });
  clearInterval(ticking);
  if (code !== 0) {
    console.error('依赖安装失败，见上。 / Installing the dependencies failed, see above.');
    process.exit(code);
  }
  // Written last: an install that was cut off leaves no marker and is done again.
  writeFileSync(marker, forTheProduct ? onlyTheProduct() : everything());
  rmSync(lock, { force: true });
}

/** npm passes SIGINT and SIGTERM on; its own kill -9 is noticed only by the change of parent. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watching = setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1000);
  watching.unref();
}

checkNode();
endWithNpm();
const [command = '', ...args] = process.argv.slice(2);
const commands = {
  start: 'ops/start.ts',
  cluster: 'ops/cluster.ts',
  dev: 'ops/dev.ts',
  test: 'ops/test.ts',
  check: 'ops/check.ts',
  docs: 'ops/docs.ts',
  screenshots: 'ops/screenshots.ts',
  import: 'ops/import.ts',
  backup: 'ops/backup.ts',
  restore: 'ops/restore.ts',
  reconcile: 'ops/reconcile.ts',
  migration: 'ops/migration.ts',
  replay: 'ops/replay.ts',
  verify: 'ops/verify.ts',
  'rotate-keys': 'ops/rotateKeys.ts',
  'release-copy': 'ops/releaseCopy.ts',
  bench: 'bench/bench.ts',
  histories: 'simulation/histories.ts',
  letters: 'simulation/letterGallery.ts',
  rehearse: 'simulation/rehearse.ts',
  chaos: 'simulation/chaos.ts',
  drill: 'simulation/drill.ts',
  prove: 'ops/prove.ts',
  mutate: 'test/mutation/mutate.ts',
};
const program = commands[command];
if (program === undefined) refuse(`用法 / usage: node ops/boot.mjs <${Object.keys(commands).join('|')}> [args]`);
const file = path.join(root, program);
// Which suites the arguments choose is known only once jest is installed.
const needsTemporal =
  command === 'test' ? args.length === 0 : ['start', 'dev'].includes(command) && !process.env.TEMPORAL_ADDRESS?.trim();
// A browser, a test runner and the checks' programs are installed by the first command that needs them.
const forTheProduct = ['start', 'import', 'backup', 'restore', 'reconcile', 'verify', 'rotate-keys'].includes(command);
await installDependencies({ forTheProduct, needsTemporal });
// The channel ('ipc') closes when this process dies in any way, which tells the child of a kill -9.
process.exitCode = await run(['--import', 'tsx', file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
