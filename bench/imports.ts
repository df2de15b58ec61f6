import type { SentRow } from '../api/directory/judgedRow.js';
import { judgeRows } from '../api/directory/judgeRows.js';
import { productDatabase } from '../ops/servers/productDatabase.js';
import { closeDatabase, type Database, openDatabase } from '../records/database.js';
import { addImportRows } from '../records/directory/importRows.js';
import { beginImport, findImport } from '../records/directory/imports.js';
import { workOff } from '../records/directory/workOff.js';
import { type ImportKind, rowsSentAtOnce } from '../rules/directory/importKinds.js';
import type { Benchmark } from './benchmark.js';
import { importedRows, plainRows } from './data/importedRows.js';
import { postgresConditions } from './stack/machine.js';
import { ownFolder } from './stack/ownFolder.js';
import { startDurablePostgres } from './stack/servers.js';
import { verdict } from './table.js';

const TARGET_SECONDS = 60;
const departments = 40;

/** Registering by tables. */
export const imports: Benchmark = {
  about: 'units and people registered by tables: judging, registering and undoing them, beside plain inserts',
  counts: 'people',
  sizes: 'units',
  defaults: { repeats: 1, count: 5_000, size: 1_500 },
  async run({ count, size, repeats, print }) {
    const rounds = [];
    let conditions: Awaited<ReturnType<typeof postgresConditions>> = [];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      print(`repeat ${repeat} of ${repeats}: ${size} units, ${count} people`);
      const postgres = await startDurablePostgres();
      const database = openDatabase(await productDatabase(postgres), { name: 'bench', dataDir: await ownFolder() });
      try {
        rounds.push(await oneRound(database, { units: size, people: count }));
        conditions = await postgresConditions(postgres.url);
      } finally {
        await closeDatabase(database);
        await postgres.stop();
      }
    }
    return { conditions, notes: [note], tables: [tableOf(rounds)], raw: rounds };
  },
};

const note =
  'Judged and registered by the functions the API calls, in the parts it takes; reading the file is the browser’s. Plain: the same ' +
  'rows of units, chains, accounts, roles and search keys in one INSERT a table.';
type Step = 'judge' | 'register' | 'again' | 'undo' | 'plain';
type Round = Readonly<Record<Step, number>>;

async function oneRound(
  database: Database,
  amounts: { readonly units: number; readonly people: number },
): Promise<Round> {
  const { pool } = database;
  await pool.query(
    `INSERT INTO departments SELECT 'department-' || n, '第' || n || '主管部门' FROM generate_series(1, ${departments}) n`,
  );
  const plain = await seconds(async () => {
    for (const statement of plainRows(amounts, departments)) await pool.query(statement);
  });
  const spent = { judge: 0, register: 0, again: 0, undo: 0 };
  const tables: string[] = [];
  const rows = importedRows(amounts, departments);
  for (const kind of ['units', 'people'] as const) {
    let id = '';
    spent.judge += await seconds(async () => {
      id = await judged(database, kind, rows[kind]);
    });
    spent.register += await seconds(() => worked(database, id, 'apply'));
    tables.push(id);
    spent.again += await seconds(async () => {
      const again = await judged(database, kind, rows[kind]);
      const { verdicts } = (await findImport(database, again)) ?? {};
      if (verdicts?.same !== rows[kind].length) throw new Error(`the same ${kind} again: ${JSON.stringify(verdicts)}`);
    });
  }
  spent.undo = await seconds(async () => {
    for (const id of tables.toReversed()) await worked(database, id, 'undo');
  });
  return { ...spent, plain };
}

const who = { by: 'bench', at: Date.now(), address: null, delivery: 'letters' } as const;

async function judged(database: Database, kind: ImportKind, rows: readonly SentRow[]): Promise<string> {
  const table = { kind, fileName: `${kind}.xlsx`, columns: Object.keys(rows[0]?.cells ?? {}), by: who.by };
  const importId = await beginImport(database, { ...table, campaignId: null, at: who.at });
  for (let from = 0; from < rows.length; from += rowsSentAtOnce) {
    const part = rows.slice(from, from + rowsSentAtOnce);
    const owner = { importId, campaignId: null, by: who.by };
    await addImportRows(database, importId, await judgeRows[kind](database, owner, part));
  }
  return importId;
}

async function worked(database: Database, id: string, way: 'apply' | 'undo'): Promise<void> {
  while (await workOff(database, id, { way, ...who }));
  const { outcomes } = (await findImport(database, id)) ?? {};
  if (Object.keys(outcomes ?? {}).join() !== (way === 'apply' ? 'applied' : 'undone'))
    throw new Error(`${way}: ${JSON.stringify(outcomes)}`);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function tableOf(rounds: readonly Round[]) {
  const median = (step: Step) => {
    const sorted = rounds.map((round) => round[step]).toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  const total = median('judge') + median('register');
  return {
    caption: 'Seconds',
    header: ['judge', 'register', 'both', 'target', 'the same again', 'undo', 'plain inserts'],
    rows: [
      [
        median('judge'),
        median('register'),
        total,
        verdict(total, '≤', TARGET_SECONDS),
        median('again'),
        median('undo'),
        median('plain'),
      ],
    ],
  };
}
