import type { Benchmark } from './benchmark.js';
import { runLifecycles } from './compare/runLifecycles.js';
import { growthBetween, readSizes } from './data/sizes.js';
import { vacuum } from './data/vacuum.js';
import { median } from './measure.js';
import { costOfEach, processorTable } from './processorTable.js';
import { openStack, type Stack } from './stack/stack.js';
import { runningSystemOf } from './stack/wholeStack.js';
import { verdict } from './table.js';

const CLIENTS = 16;
const WARM_UP = 32;
const TARGET_KB = 60;
const largest = 20;
/** Databases by what is in them; those of Temporal are there on a cluster only. */
const databases = {
  pingshen: 'the record',
  temporal: 'the engine',
  temporal_visibility: "the engine's lists",
} as const;
const databaseNames = Object.keys(databases);

/** What an application leaves behind on the disk once it has ended, and what it costs until then. */
export const growth: Benchmark = {
  about: 'kB on the disk that an ended application leaves, by table; and the processor time of its life',
  counts: 'applications from draft to conferral',
  defaults: { repeats: 1, count: 256, size: 0 },
  async run({ repeats, count, on, print }) {
    const rounds = [];
    let conditions: Stack['conditions'] = [];
    for (let repeat = 1; repeat <= repeats; repeat += 1) {
      const stack = await openStack(on);
      try {
        print(`repeat ${repeat} of ${repeats}: ${count} applications`);
        conditions = stack.conditions;
        rounds.push(await oneRound(stack, count));
      } finally {
        await stack.close();
      }
    }
    const [last] = rounds.slice(-1);
    const kB = (bytes: number) => bytes / count / 1000;
    const record = median(rounds.map(({ databases: sizes }) => kB(sizes.get('pingshen') ?? 0)));
    return {
      conditions,
      notes: [
        `${count} applications of ten acts with letters, after ${WARM_UP} others, ${CLIENTS} in flight. What the databases ` +
          'and tables, with their indexes, have grown by, after VACUUM, a share an application. Uploaded files lie beside the database.',
      ],
      tables: [
        {
          caption: 'Growth an ended application, kB',
          header: ['', 'kB', 'wanted'],
          rows: Object.entries(databases).flatMap(([name, what]) => {
            const grown = last?.databases.get(name);
            if (grown === undefined) return [];
            return [[what, kB(grown), name === 'pingshen' ? verdict(record, '≤', TARGET_KB) : '']];
          }),
        },
        {
          caption: 'The largest tables of the record, kB an application',
          header: ['table', 'all', 'rows', 'out of line', 'indexes'],
          rows: largestOf(last?.tables, ({ all }) => all).map(([table, { all, rows, indexes }]) => [
            ...[table, kB(all), kB(rows), kB(all - rows - indexes), kB(indexes)],
          ]),
        },
        {
          caption: 'The largest indexes of the record, kB an application, and how often a life looks into them',
          header: ['index', 'kB', 'scans'],
          rows: largestOf(last?.indexes, ({ all }) => all).map(([index, { all, scans }]) => [
            ...[index, kB(all), scans / count],
          ]),
        },
        processorTable('Processor time of an application’s life, ms', rounds),
      ],
      raw: rounds,
    };
  },
};

async function oneRound(stack: Stack, count: number) {
  const running = await runningSystemOf(stack);
  await runLifecycles(running, { clients: CLIENTS, applications: WARM_UP });
  await vacuum(stack.ownerUrl);
  const before = await readSizes(stack.ownerUrl, databaseNames);
  const { processors } = await runLifecycles(running, { clients: CLIENTS, applications: count });
  await running.close();
  await vacuum(stack.ownerUrl);
  const after = await readSizes(stack.ownerUrl, databaseNames);
  return { ...growthBetween(before, after), cost: costOfEach(processors, count) };
}

/** The names that grew most, largest first. */
const largestOf = <Grown>(grown: ReadonlyMap<string, Grown> = new Map(), by: (of: Grown) => number) =>
  [...grown].toSorted(([, one], [, other]) => by(other) - by(one)).slice(0, largest);
