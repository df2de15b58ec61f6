import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../config/environment.js';
import { endOnSignal } from '../ops/process/endOnSignal.js';
import { setup } from '../ops/setup/setup.js';
import { readSetUp } from './chaos/setUp.js';
import type { SetUp } from './chaos/stack/servers.js';
import type { World } from './chaos/world.js';

const print = console.log;
const usage = '用法 / usage: npm run chaos -- [--on cluster] [--minutes N] [--seed S] | --frozen-cutoffs N';

interface Options {
  readonly minutes: number;
  readonly seed: number;
  readonly on: SetUp;
  /** So many cutoffs at which the database stands still, and nothing else; null: everything that can break. */
  readonly frozenCutoffs: number | null;
}

/** @throws Error in a person's words for what it does not understand */
function readOptions(): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      minutes: { ...text, default: '2' },
      seed: text,
      'frozen-cutoffs': text,
      on: { ...text, default: 'embedded' },
    },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new Error(`--minutes: 不是分钟数 / not a number of minutes: ${values.minutes}`);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (!Number.isInteger(seed)) throw new Error(`--seed: 不是整数 / not a whole number: ${values.seed}`);
  const rounds = values['frozen-cutoffs'];
  const frozenCutoffs = rounds === undefined ? null : Number(rounds);
  if (frozenCutoffs !== null && !(Number.isInteger(frozenCutoffs) && frozenCutoffs > 0))
    throw new Error(`--frozen-cutoffs: 不是次数 / not a number of rounds: ${rounds}`);
  return { minutes, seed, frozenCutoffs, on: readSetUp(values.on) };
}

/** Acts on either side of a cutoff in each round. */
const actsInRound = 10;

/** Only cutoffs at which the database stands still. @returns the exit code */
async function runFrozenCutoffs(world: World, rounds: number): Promise<number> {
  const { frozenCutoff } = await import('./chaos/frozenCutoff.js');
  const sum = { inTime: 0, taken: 0, late: 0, refused: 0, wrong: 0 };
  for (let round = 1; round <= rounds; round += 1) {
    const { wrong, ...found } = await frozenCutoff(world, actsInRound);
    for (const name of ['inTime', 'taken', 'late', 'refused'] as const) sum[name] += found[name];
    sum.wrong += wrong.length;
    print(
      `${round}: 期限内 / in time ${found.taken} of ${found.inTime} taken, 逾期 / late ${found.refused} of ${found.late} refused`,
    );
    for (const text of wrong) print(`  ${text}`);
  }
  print(`共 / in all: ${sum.taken} of ${sum.inTime} taken, ${sum.refused} of ${sum.late} refused`);
  return sum.wrong === 0 ? 0 : 1;
}

/**
 * Breaks a product on servers of its own for so many minutes while people use it, and says what went wrong by it.
 *
 * @returns the exit code
 */
async function main({ minutes, seed, on, frozenCutoffs }: Options): Promise<number> {
  await setup({ need: ['prisma', 'temporal'], print });
  // Loaded late: they import the database client, which `setup` may have had to generate first.
  const { openChaosRun } = await import('./chaos/chaosRun.js');
  const { canFillDisk } = await import('./chaos/faults/limitFileSize.js');
  const { keepEvidence } = await import('./chaos/oracle/keepEvidence.js');
  const { summaryOf } = await import('./chaos/summary.js');
  const howLong = frozenCutoffs === null ? `${minutes} 分钟 / minutes` : `${frozenCutoffs} 次截止 / cutoffs`;
  print(`种子 / seed ${seed}，${howLong}`);
  if (!canFillDisk()) print('没有 prlimit，磁盘不会满 / there is no prlimit: the disk will not be full');
  const run = await openChaosRun({
    minutes,
    seed,
    on,
    print,
    bundleFolder: path.join(readEnvironment().dataDir, 'bundle'),
  });
  if (frozenCutoffs !== null) {
    const code = await runFrozenCutoffs(run.world, frozenCutoffs);
    await run.close();
    return code;
  }
  await run.run();
  const findings = await run.judge();
  print(`\n${summaryOf(run)}`);
  for (const { rule, text } of findings) print(`${rule}: ${text}`);
  print(findings.length === 0 ? '没有发现问题 / nothing found' : `发现 / found: ${findings.length}`);
  print(`重复这一次 / repeat this run: npm run chaos -- --on ${on} --minutes ${minutes} --seed ${seed}`);
  if (findings.length > 0) {
    const folder = path.join(readEnvironment().dataDir, 'chaos', String(seed));
    await keepEvidence(run.world, findings, folder);
    print(`现场 / evidence: ${folder}`);
  }
  await run.close();
  return findings.length === 0 ? 0 : 1;
}

let isStopping = false;
const end = endOnSignal((reason) => {
  isStopping = true;
  if (reason) print(`正在结束 / stopping ${reason}`);
});

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
    if (!isStopping) console.error(error);
    return 1;
  }
}

await end(await run());
