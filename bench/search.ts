import { productDatabase } from '../ops/servers/productDatabase.js';
import { closeDatabase, type Database, openDatabase } from '../records/database.js';
import { findNamed } from '../records/queue/findNamed.js';
import { listApplications, type QueueFilter } from '../records/queue/queue.js';
import { sampleName } from '../simulation/samples/names.js';
import type { Benchmark, Report } from './benchmark.js';
import { fillLists, running, units } from './data/listRows.js';
import { vacuum } from './data/vacuum.js';
import { drive, medianSpread, type Spread, spreadOf } from './measure.js';
import { postgresConditions } from './stack/machine.js';
import { startDurablePostgres } from './stack/servers.js';
import { verdict } from './table.js';

const CLIENTS = 32;
const TARGET_P99 = 50;
const limit = 20;
/** People renamed by a statement. */
const atOnce = 5_000;
const [campaignId = ''] = running;
const office = [{ kind: 'campaign', id: campaignId }] as const;
const everybody = [{ kind: 'all' }] as const;

/** One way to search; `number` chooses what for. */
interface Search {
  readonly name: string;
  readonly look: (number: number) => Promise<number>;
}

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
      await fillLists(database, options.size);
      await nameEverybody(database);
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

/** Names as people have them; the triggers write their keys. */
async function nameEverybody({ pool }: Database): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM users ORDER BY id');
  const names = rows.map((_, index) => sampleName(index, index % 2 === 0 ? 'female' : 'male'));
  const text =
    'UPDATE users SET name = named.name FROM unnest($1::text[], $2::text[]) AS named(id, name) WHERE users.id = named.id';
  for (let from = 0; from < rows.length; from += atOnce) {
    const ids = rows.slice(from, from + atOnce).map(({ id }) => id);
    await pool.query(text, [ids, names.slice(from, from + atOnce)]);
  }
}

async function searchesOf(database: Database): Promise<readonly Search[]> {
  const { rows } = await database.pool.query<{ id: string; number: string; name: string }>(
    `SELECT application.id, number, name FROM applications AS application JOIN users ON users.id = applicant_id
     WHERE campaign_id = $1 ORDER BY application.id LIMIT 2000`,
    [campaignId],
  );
  const one = (number: number) => rows[(number * 7919) % rows.length] ?? { id: '', number: '', name: '' };
  const found = async (filter: Pick<QueueFilter, 'id' | 'number' | 'named'>, scopes: QueueFilter['scopes'] = office) =>
    (await listApplications(database, { ...filter, scopes, limit })).items.length;
  const named = async (part: string, scopes?: QueueFilter['scopes']) =>
    await found({ named: await findNamed(database, part) }, scopes);
  return [
    { name: 'one by its key', look: (n) => found({ id: one(n).id }) },
    { name: 'short number', look: (n) => found({ number: one(n).number }) },
    { name: 'whole name', look: (n) => named(one(n).name) },
    { name: 'given name', look: (n) => named(one(n).name.slice(1)) },
    { name: 'family name', look: (n) => named(one(n).name.slice(0, 1)) },
    { name: 'family name, everywhere', look: (n) => named(one(n).name.slice(0, 1), everybody) },
    { name: 'initials', look: (n) => named(['wxh', 'lj', 'zwd', 'm', 'abl'][n % 5] ?? '') },
    { name: 'part of a unit', look: (n) => named(`第${1 + (n % units)}单`) },
    { name: 'word of every unit', look: () => named('单位', everybody) },
    { name: 'nobody', look: (n) => named(`鿕${n}`) },
  ];
}

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
