import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Benchmark } from './bench/benchmark.js';
import { endOnSignal } from './endOnSignal.js';
import { setup } from './setup.js';

// Loaded late: they import the database client, which setup may have to generate first.
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  actions: async () => (await import('./bench/actions.js')).actions,
  lifecycles: async () => (await import('./bench/lifecycles.js')).lifecycles,
  deadlines: async () => (await import('./bench/deadlines.js')).deadlines,
  lists: async () => (await import('./bench/lists.js')).lists,
};

const say = (message: string) => console.error(message);

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      repeats: { type: 'string' },
      count: { type: 'string' },
      size: { type: 'string' },
      json: { type: 'string' },
    },
  });
  await setup({ need: ['prisma', 'temporal'], say });
  const load = benchmarks[positionals[0] ?? ''];
  if (load === undefined || positionals.length > 1) return await usage();
  const { defaults, run } = await load();
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [
      name,
      whole(name, values[name as keyof typeof defaults]) ?? value,
    ]),
  ) as typeof defaults;
  const { machine } = await import('./bench/machine.js');
  const { markdown } = await import('./bench/table.js');
  const here = await machine();
  const { conditions, notes, tables, raw } = await run({ ...options, say });
  const all = [...here, ...conditions];
  console.log(
    [...all.map(([what, value]) => `- ${what}: ${value}`), '', ...notes.map((note) => `${note}\n`)].join('\n'),
  );
  for (const table of tables) console.log(`${markdown(table)}\n`);
  if (values.json !== undefined) {
    await writeFile(values.json, `${JSON.stringify({ conditions: all, options, notes, tables, raw }, null, 2)}\n`);
  }
}

/** The names there are, what each measures and what its options count. */
async function usage(): Promise<void> {
  console.log('npm run bench -- NAME [--repeats N] [--count N] [--size N] [--json FILE]\n');
  for (const [name, load] of Object.entries(benchmarks)) {
    const { about, counts, sizes, defaults } = await load();
    console.log(`${name.padEnd(12)}${about}`);
    const size = sizes === undefined ? '' : `; --size ${sizes} (${defaults.size})`;
    console.log(`${''.padEnd(12)}--count ${counts} (${defaults.count})${size}; --repeats (${defaults.repeats})\n`);
  }
}

function whole(name: string, text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,9}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new Error(`--${name}: 不是整数 / not a whole number: ${text}`);
}

const end = endOnSignal((reason) => say(`正在结束 / stopping ${reason}`));
try {
  await main();
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}
