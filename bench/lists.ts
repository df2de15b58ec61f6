import { productDatabase } from '../ops/servers/productDatabase.js';
import { closeDatabase, type Database, openDatabase } from '../records/database.js';
import { listApplications } from '../records/queue/queue.js';
import type { Benchmark, Report } from './benchmark.js';
import { departments, fillLists, units } from './data/listRows.js';
import { planOf, type ShortPlan } from './data/queryPlan.js';
import { vacuum } from './data/vacuum.js';
import { type ListPage, listPages } from './listPages.js';
import { drive, medianSpread, type Spread, spreadOf } from './measure.js';
import { postgresConditions } from './stack/machine.js';
import { startDurablePostgres } from './stack/servers.js';
import { verdict } from './table.js';

const CLIENTS = 32;
const TARGET_P99 = 15;

interface Result extends Spread {
  readonly page: string;
  /** average number of rows on a page */
  readonly lines: number;
  /** with a single client */
  readonly alone: Spread;
  readonly repeats: readonly Spread[];
  readonly plan: ShortPlan;
}

/** Every work queue at 100,000 applications. */
export const lists: Benchmark = {
  about: 'each work-queue query at 100,000 applications: latency at 32 clients, and its plan',
  counts: 'requests a query and repeat',
  sizes: 'applications in the database',
  defaults: { repeats: 3, count: 3000, size: 100_000 },
  async run(options) {
    const postgres = await startDurablePostgres();
    const database = openDatabase(await productDatabase(postgres), { name: 'bench' });
    try {
      options.print(`${options.size} applications into PostgreSQL`);
      await fillLists(database, options.size);
      await vacuum(postgres.url);
      const results = await measureAll(database, options);
      return { conditions: await postgresConditions(postgres.url), ...reported(results, options) };
    } finally {
      await closeDatabase(database);
      await postgres.stop();
    }
  },
};

type Options = Parameters<Benchmark['run']>[0];

async function measureAll(database: Database, { repeats, count, print }: Options): Promise<Result[]> {
  const pages = await listPages(database);
  const measured = pages.map((page) => ({ page, spreads: [] as Spread[] }));
  for (const page of pages) await measure(database, page, CLIENTS, Math.ceil(count / 3));
  for (let repeat = 1; repeat <= repeats; repeat++) {
    print(`repeat ${repeat} of ${repeats}`);
    for (const { page, spreads } of measured) spreads.push((await measure(database, page, CLIENTS, count)).spread);
  }
  const results: Result[] = [];
  for (const { page, spreads } of measured) {
    const { lines, spread: alone } = await measure(database, page, 1, Math.ceil(count / 10));
    const plan = await planOf(database, () => listApplications(database, page.filter(1)));
    results.push({ page: page.name, lines, alone, ...medianSpread(spreads), repeats: spreads, plan });
  }
  return results;
}

async function measure(database: Database, page: ListPage, clients: number, jobs: number) {
  let lines = 0;
  const { durations } = await drive({ clients, jobs }, async (_client, number) => {
    const { items } = await listApplications(database, page.filter(number));
    lines += items.length;
  });
  return { spread: spreadOf(durations), lines: lines / durations.length };
}

function reported(results: readonly Result[], { size, count, repeats }: Options): Omit<Report, 'conditions'> {
  return {
    notes: [
      `${size} applications in four campaigns, two of them running; ${units} units of very different size, ` +
        `${departments} departments. Each query ${count} times a repeat by ${CLIENTS} clients that do not pause, ` +
        `through records/ in one process; medians of ${repeats} repeats. At most 20 lines a page.`,
    ],
    tables: [
      {
        caption: `Work queues, ms: one client, then ${CLIENTS}`,
        header: ['queue', 'lines', 'p50 alone', 'p50', 'p95', 'p99', 'wanted p99'],
        rows: results.map(({ page, lines, alone, p50, p95, p99 }) => [
          ...[page, lines, alone.p50, p50, p95, p99],
          verdict(p99, '≤', TARGET_P99),
        ]),
      },
      {
        caption: 'Plans: EXPLAIN (ANALYZE, BUFFERS) of the first page, alone on the server',
        header: ['queue', 'reads', 'buffers', 'planning ms', 'execution ms'],
        rows: results.map(({ page, plan: { steps, buffers, planning, execution } }) => [
          ...[page, steps, buffers, planning, execution],
        ]),
      },
    ],
    raw: results,
  };
}
