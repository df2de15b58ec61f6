import { boardOf } from '../api/campaigns/board.js';
import { productDatabase } from '../ops/servers/productDatabase.js';
import { addUpCounts } from '../records/campaign/campaignCounts.js';
import { closeDatabase, type Database, openDatabase } from '../records/database.js';
import { listApplications } from '../records/queue/queue.js';
import { day } from '../rules/calendar/instant.js';
import { aksu2024 } from '../rules/policy/campaigns/aksu2024.js';
import type { Benchmark, Report } from './benchmark.js';
import { CLIENTS, measureInTurn, type Ratio, type Reading, type Result } from './compare/inTurn.js';
import { fillBoard } from './data/boardRows.js';
import { filingDue, fillLists, running, units } from './data/listRows.js';
import { nameOfPerson, searchesOf } from './data/searches.js';
import { vacuum } from './data/vacuum.js';
import { withoutIndexes } from './data/withoutIndexes.js';
import { listPages } from './listPages.js';
import { postgresConditions } from './stack/machine.js';
import { startDurablePostgres } from './stack/servers.js';
import { verdict } from './table.js';

const TARGET_P50 = 1;
const TARGET_BOARD = 50;
const TARGET_RATIO = 1.2;
/** The smaller database has a tenth of the applications. */
const TENTH = 10;
const filled = ['applications', 'search_keys', 'dossiers', 'events'];
const board = 'board of counts';

type Options = Parameters<Benchmark['run']>[0];

/** Whether what people look at takes as long among a million applications as among a tenth of them. */
export const reads: Benchmark = {
  about: 'every queue, search and the board at two sizes, a tenth beside the whole: latency alone and at 32 clients',
  counts: 'requests of each kind and repeat at 32 clients; a tenth alone',
  sizes: 'applications in the larger database',
  defaults: { repeats: 3, count: 1000, size: 1_000_000 },
  async run(options) {
    const small = await openFilled(options.size / TENTH, options);
    try {
      const large = await openFilled(options.size, options);
      try {
        const results = await measureInTurn([small.readings, large.readings], options);
        return { conditions: await postgresConditions(large.ownerUrl), ...reported(results, options) };
      } finally {
        await large.close();
      }
    } finally {
      await small.close();
    }
  },
};

async function openFilled(size: number, { print }: Options) {
  const postgres = await startDurablePostgres();
  const database = openDatabase(await productDatabase(postgres), { name: 'bench' });
  const close = async () => {
    await closeDatabase(database);
    await postgres.stop();
  };
  try {
    print(`${size} applications into PostgreSQL`);
    await withoutIndexes(postgres.url, filled, async () => {
      await fillLists(database, size, { nameOf: nameOfPerson });
      await fillBoard(postgres.url);
    });
    // As the sweeper does every five seconds.
    await addUpCounts(database);
    await vacuum(postgres.url);
    return { ownerUrl: postgres.url, readings: await readingsOf(database), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readingsOf(database: Database): Promise<readonly Reading[]> {
  const pages = await listPages(database);
  const searches = await searchesOf(database);
  const campaign = { id: running[0] ?? '', policy: aksu2024 };
  // When nothing is past its due instant yet, and when the audit is over and everything late is named.
  const boards = [
    { name: board, now: filingDue - 31 * day },
    { name: `${board}, audit over`, now: filingDue + 31 * day },
  ];
  return [
    ...pages.map(({ name, filter }) => ({
      ...{ name, share: 1 },
      look: async (number: number) => (await listApplications(database, filter(number))).items.length,
    })),
    ...searches.map(({ name, look }) => ({ name: `search: ${name}`, share: 1, look })),
    ...boards.map(({ name, now }) => ({
      name,
      share: 0.1,
      look: async () => (await boardOf(database, campaign, now)).total,
    })),
  ];
}

function reported(results: readonly Result[], { size, count, repeats }: Options): Omit<Report, 'conditions'> {
  return {
    notes: [
      `${size / TENTH} and ${size} applications in four campaigns, two of them running, of ${units} units, in two PostgreSQL ` +
        `servers. Alone: ${Math.ceil(count / 10)} requests of each kind by one client, in turn in both, each by the quickest of ` +
        `${repeats} repeats; the median request. p99: ${count} by ${CLIENTS} clients that do not pause; the median repeat. ` +
        'Boards: a tenth of both. Through records/ in one process.',
    ],
    tables: [
      {
        caption: `Reads at ${size / TENTH} and ${size} applications, ms: one client, then ${CLIENTS}`,
        header: ['', 'alone', 'larger', '×', 'wanted', 'p99', 'larger', '×', 'wanted'],
        rows: results.map(({ name, alone, together }) => [
          ...[name, alone.small, alone.large, times(alone), wantedAlone(name, alone)],
          ...[together.small, together.large, times(together)],
          name.startsWith(board) ? '' : verdict(times(together), '≤', TARGET_RATIO),
        ]),
      },
    ],
    raw: results,
  };
}

const times = ({ small, large }: Ratio) => large / small;

/** The board is held to its time, a page to its time and to what it takes in the smaller database. */
function wantedAlone(name: string, alone: Ratio): string {
  if (name.startsWith(board)) return verdict(alone.large, '≤', TARGET_BOARD);
  return `${verdict(alone.large, '≤', TARGET_P50)} ms, ${verdict(times(alone), '≤', TARGET_RATIO)}`;
}
