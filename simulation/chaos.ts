import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../config/environment.js';
import { endOnSignal } from '../ops/process/endOnSignal.js';
import { setup } from '../ops/setup/setup.js';

const print = console.log;
const usage = '用法 / usage: npm run chaos -- [--minutes N] [--seed S]';

interface Options {
  readonly minutes: number;
  readonly seed: number;
}

/** @throws Error in a person's words for what it does not understand */
function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { minutes: { ...text, default: '2' }, seed: text } });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes: 不是分钟数 / not a number of minutes: ${values.minutes}`);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (!Number.isInteger(seed)) throw new Error(`--seed: 不是整数 / not a whole number: ${values.seed}`);
  return { minutes, seed };
}

/**
 * Breaks a product on servers of its own for so many minutes while people use it, and says what went wrong by it.
 *
 * @returns the exit code
 */
async function main({ minutes, seed }: Options): Promise<number> {
  await setup({ need: ['prisma', 'temporal'], print });
  // Loaded late: they import the database client, which `setup` may have had to generate first.
  const { openChaosRun } = await import('./chaos/chaosRun.js');
  const { canFillDisk } = await import('./chaos/faults/limitFileSize.js');
  const { summaryOf } = await import('./chaos/summary.js');
  print(`种子 / seed ${seed}，${minutes} 分钟 / minutes`);
  if (!canFillDisk()) print('没有 prlimit，磁盘不会满 / there is no prlimit: the disk will not be full');
  const run = await openChaosRun({
    minutes,
    seed,
    print,
    bundleFolder: path.join(readEnvironment().dataDir, 'bundle'),
  });
  await run.run();
  const findings = await run.judge();
  print(`\n${summaryOf(run)}`);
  for (const { rule, text } of findings) print(`${rule}: ${text}`);
  print(findings.length === 0 ? '没有发现问题 / nothing found' : `发现 / found: ${findings.length}`);
  print(`重复这一次 / repeat this run: npm run chaos -- --minutes ${minutes} --seed ${seed}`);
  await run.close();
  return findings.length === 0 ? 0 : 1;
}

let isStopping = false;
const end = endOnSignal((reason) => {
  isStopping = true;
  if (reason) print(`正在结束 / stopping ${reason}`);
});
try {
  await end(await main(readOptions()));
} catch (error) {
  if (!isStopping) console.error(error, `\n${usage}`);
  await end(1);
}
