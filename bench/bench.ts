import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { endOnSignal } from '../ops/process/endOnSignal.js';
import { setup } from '../ops/setup/setup.js';
import { readSetUp } from '../simulation/chaos/setUp.js';
import type { Benchmark, Options } from './benchmark.js';

// Loaded late: they import the database client, which `setup` may have to generate first.
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  actions: async () => (await import('./actions.js')).actions,
  lifecycles: async () => (await import('./lifecycles.js')).lifecycles,
  deadlines: async () => (await import('./deadlines.js')).deadlines,
  storm: async () => (await import('./storm.js')).storm,
  growth: async () => (await import('./growth.js')).growth,
  lists: async () => (await import('./lists.js')).lists,
  reads: async () => (await import('./reads.js')).reads,
  search: async () => (await import('./search.js')).search,
  'fan-out': async () => (await import('./fanOut.js')).fanOut,
  together: async () => (await import('./together.js')).together,
  meeting: async () => (await import('./meeting.js')).meeting,
  portal: async () => (await import('./portal.js')).portal,
  pages: async () => (await import('./pages.js')).pages,
  imports: async () => (await import('./imports.js')).imports,
  uploads: async () => (await import('./uploads.js')).uploads,
  documents: async () => (await import('./documents.js')).documents,
  exports: async () => (await import('./exports.js')).exportedRosters,
  statements: async () => (await import('./statements.js')).bankStatements,
};
const numbers = ['repeats', 'count', 'size'] as const;

const printLine = (message: string) => console.error(message);
let stopping = false;
const end = endOnSignal((reason) => {
  stopping = true;
  if (reason) printLine(`正在结束 / stopping ${reason}`);
});

/** Reads the command line. @throws Error that explains what is wrong with it */
function readCommand() {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { repeats: text, count: text, size: text, json: text, on: { ...text, default: 'embedded' } },
  });
  for (const name of numbers) {
    const given = values[name];
    if (given !== undefined && !/^\d{1,9}$/.test(given)) throw new Error(`--${name}: 不是整数 / not a whole number`);
  }
  return { name: positionals[0] ?? '', values };
}

async function main(): Promise<void> {
  const { name, values } = readCommand();
  await setup({ need: ['prisma', 'temporal'], print: printLine });
  const load = benchmarks[name];
  if (load === undefined) return await usage();
  const { defaults, run } = await load();
  const options = Object.fromEntries(numbers.map((each) => [each, Number(values[each] ?? defaults[each])]));
  const { machine } = await import('./stack/machine.js');
  const here = await machine();
  const { conditions, ...report } = await run({ ...defaults, ...options, on: readSetUp(values.on), print: printLine });
  const all = [...here, ...conditions];
  await print({ ...report, conditions: all });
  if (values.json === undefined) return;
  await writeFile(values.json, `${JSON.stringify({ conditions: all, options, ...report }, null, 2)}\n`);
}

async function print({ conditions, notes, tables }: Awaited<ReturnType<Benchmark['run']>>): Promise<void> {
  const { markdown } = await import('./table.js');
  const reported = conditions.map(([what, value]) => `- ${what}: ${value}`).join('\n');
  console.log([reported, ...notes, ...tables.map(markdown)].join('\n\n'));
}

/** Prints the names of the benchmarks, what each measures and its options. */
async function usage(): Promise<void> {
  console.log('npm run bench -- NAME [--on cluster] [--repeats N] [--count N] [--size N] [--json FILE]\n');
  for (const [name, load] of Object.entries(benchmarks)) {
    const { about, counts, sizes, defaults } = await load();
    const option = (which: Exclude<keyof Options, 'print' | 'on'>, what: string) =>
      `--${which} ${what} (${defaults[which]})`;
    const size = sizes === undefined ? [] : [option('size', sizes)];
    const options = [option('count', counts), ...size, option('repeats', 'times over')];
    console.log([`${name.padEnd(12)}${about}`, ...options].join(`\n${' '.repeat(12)}`), '\n');
  }
}

try {
  await main();
  await end(0);
} catch (error) {
  // Errors caused by the shutdown itself are not reported.
  if (!stopping) console.error(error instanceof Error ? error.stack : error);
  await end(1);
}
