import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../config/environment.js';
import { endOnSignal } from '../ops/process/endOnSignal.js';
import { setup } from '../ops/setup/setup.js';
import { readSetUp } from './chaos/setUp.js';
import type { SetUp } from './chaos/stack/servers.js';

const print = console.log;
const leaving = new AbortController();
const longestEnd = 30_000;

interface Options {
  readonly count: number;
  readonly keep: boolean;
  /** The id of a notice that is shipped; absent: the one of 2024. */
  readonly notice?: string | undefined;
  /** A file with the policy of a notice, as the API takes it. */
  readonly policyFile?: string | undefined;
  readonly on: SetUp;
  /** How long a rehearsal on a cluster goes on, which skips no time. */
  readonly minutes: number;
}

/**
 * Rehearses the campaign of a notice on temporary servers.
 *
 * @returns the exit code
 */
async function main({ count, keep, notice, policyFile, on, minutes }: Options): Promise<number> {
  const began = performance.now();
  if (on === 'cluster') return await onCluster(minutes);
  await setup({ need: ['prisma', 'timeSkipping'], print });
  // Loaded late: it imports the database client, which `setup` may have had to generate first.
  const { scenarioFor } = await import('./rehearsal/scenarioFor.js');
  const { runRehearsal } = await import('./rehearsal/runRehearsal.js');
  const { dataDir } = readEnvironment();
  const folder = path.join(dataDir, 'rehearsal');
  const keepIn = keep ? { keepIn: path.join(folder, 'kept') } : {};
  const bundleFolder = path.join(dataDir, 'bundle');
  const scenario = await scenarioFor({ count, notice, policyFile });
  const { text, right } = await runRehearsal({
    scenario,
    bundleFolder,
    print,
    signal: leaving.signal,
    began,
    ...keepIn,
  });
  const file = path.join(folder, 'report.md');
  await mkdir(folder, { recursive: true });
  await writeFile(file, text);
  print(`\n${text}\n${path.relative('', file)}`);
  if (keepIn.keepIn) print(`${path.relative('', keepIn.keepIn)}: 数据库、邮件、材料 / database, mails, evidence`);
  return right ? 0 : 1;
}

/**
 * Rehearses on the servers and processes of a cluster, whose engine skips no time: applications of a campaign without
 * waiting periods on every path, some due at one cutoff, in real time. Judged as a run with faults is.
 */
async function onCluster(minutes: number): Promise<number> {
  await setup({ need: ['prisma'], print });
  const { openChaosRun } = await import('./chaos/chaosRun.js');
  const { summaryOf } = await import('./chaos/summary.js');
  const bundleFolder = path.join(readEnvironment().dataDir, 'bundle');
  print('启动集群 / starting the cluster');
  const run = await openChaosRun({ minutes, seed: 1, on: 'cluster', calm: true, bundleFolder, print });
  print(`演练 ${minutes} 分钟 / rehearsing for ${minutes} minutes`);
  await run.run();
  const findings = await run.judge();
  print(`\n${summaryOf(run)}`);
  for (const { rule, text } of findings) print(`${rule}: ${text}`);
  print(findings.length === 0 ? '没有发现问题 / nothing found' : `发现 / found: ${findings.length}`);
  await run.close();
  return findings.length === 0 ? 0 : 1;
}

const usage =
  '用法 / usage: npm run rehearse -- [--count N] [--keep] [--notice ID | --policy FILE] | --on cluster [--minutes N]';

/** @throws Error in a person's words for what it does not understand */
function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      count: { type: 'string', default: '200' },
      keep: { type: 'boolean' },
      notice: { type: 'string' },
      policy: { type: 'string' },
      on: { type: 'string', default: 'embedded' },
      minutes: { type: 'string', default: '1' },
    },
  });
  const count = Number(values.count);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--count: 不是份数 / not a number: ${values.count}`);
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes: 不是分钟数 / not a number of minutes: ${values.minutes}`);
  const on = readSetUp(values.on);
  return { on, minutes, count, keep: values.keep ?? false, notice: values.notice, policyFile: values.policy };
}

/** Returns the exit code; an interrupted rehearsal prints nothing more. */
async function run(): Promise<number> {
  let options: Options;
  try {
    options = readOptions();
  } catch (error) {
    console.error(`${(error as Error).message}\n${usage}`);
    return 1;
  }
  try {
    return await main(options);
  } catch (error) {
    if (!leaving.signal.aborted) console.error(error);
    return 1;
  }
}

const running = run();
// The rehearsal itself stops its servers in order; what has not stopped in time is killed.
const end = endOnSignal(async () => {
  leaving.abort(new Error('结束 / stopping'));
  await Promise.race([running, sleep(longestEnd, undefined, { ref: false })]);
});
await end(await running);
