import { productDatabase } from '../ops/servers/productDatabase.js';
import { closeDatabase, openDatabase } from '../records/database.js';
import type { Benchmark, Report } from './benchmark.js';
import { fillLists, units } from './data/listRows.js';
import { nameOfPerson, type Search, searchesOf } from './data/searches.js';
import { vacuum } from './data/vacuum.js';
import { drive, medianSpread, type Spread, spreadOf } from './measure.js';
import { postgresConditions } from './stack/machine.js';
import { startDurablePostgres } from './stack/servers.js';
import { verdict } from './table.js';

const CLIENTS = 32;
const TARGET_P99 = 50;

/** What people type into the search of a work queue, at 100,000 applications. */
export const search: Benchmark = {
  about:
    'finding applications by part of a name, unit or number at 100,000 applications: latency, beside one by its key',
  counts: 'searches of each kind and repeat',
  sizes: 'applications in the database',
  defaults: { repeats: 3, count: 1000, size: 100_000 },
  async run(options) {
    const postgres = await startDurablePostgres();
    const database = openDatabase(await productDatabase(postgres), { name: 'bench' });
    try {
      options.print(`${options.size} applications into PostgreSQL`);
      await fillLists(database, options.size, { nameOf: nameOfPerson });
      await vacuum(postgres.url);
      const results = await measureAll(await searchesOf(database), options);
      return { conditions: await postgresConditions(postgres.url), ...reported(results, options) };
    } finally {
      await closeDatabase(database);
      await postgres.stop();
    }
  },
};

type Options = Parameters<Benchmark['run']>[0];

interface Result extends Spread {
  readonly name: string;
  readonly lines: number;
  readonly alone: Spread;
}

async function measureAll(searches: readonly Search[], { repeats, count, print }: Options): Promise<Result[]> {
  const measured = searches.map((each) => ({ each, spreads: [] as Spread[], alone: [] as Spread[], lines: 0 }));
  for (const { each } of measured) await measure(each, CLIENTS, Math.ceil(count / 3));
  for (let repeat = 1; repeat <= repeats; repeat++) {
    print(`repeat ${repeat} of ${repeats}`);
    for (const of of measured) {
      const { spread, lines } = await measure(of.each, CLIENTS, count);
      of.spreads.push(spread);
      of.lines = lines;
      of.alone.push((await measure(of.each, 1, Math.ceil(count / 10))).spread);
    }
  }
  return measured.map(({ each: { name }, spreads, alone, lines }) => {
    return { name, lines, alone: medianSpread(alone), ...medianSpread(spreads) };
  });
}

async function measure({ look }: Search, clients: number, jobs: number) {
  let lines = 0;
  const { durations } = await drive({ clients, jobs }, async (_client, number) => {
    const found = await look(number);
    lines += found;
  });
  return { spread: spreadOf(durations), lines: lines / durations.length };
}

function reported(results: readonly Result[], { size, count, repeats }: Options): Omit<Report, 'conditions'> {
  const byKey = results[0]?.alone.p50 ?? Number.NaN;
  return {
    notes: [
      `${size} applications in four campaigns of ${units} units. Each search ${count} times a repeat by ${CLIENTS} clients ` +
        `that do not pause, and a tenth of that by one, through records/ in one process; medians of ${repeats} repeats.`,
    ],
    tables: [
      {
        caption: `Searches, ms: one client, then ${CLIENTS}; beside one application by its key`,
        header: ['search', 'lines', 'p50 alone', '× key', 'p99 alone', 'p50', 'p99', 'wanted p99'],
        rows: results.map(({ name, lines, alone, p50, p99 }) => [
          ...[name, lines, alone.p50, alone.p50 / byKey, alone.p99, p50, p99],
          verdict(alone.p99, '≤', TARGET_P99),
        ]),
      },
    ],
    raw: results,
  };
}
