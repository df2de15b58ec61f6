import { judgedLines } from '../api/statements/judgedLines.js';
import { productDatabase } from '../ops/servers/productDatabase.js';
import { closeDatabase, type Database, openDatabase } from '../records/database.js';
import { matchedFees } from '../records/statements/matchedFees.js';
import { addLines } from '../records/statements/statementLines.js';
import { beginStatement, findStatement } from '../records/statements/statements.js';
import { findArrangement } from '../rules/statements/headings.js';
import { statementLayouts } from '../rules/statements/layouts.js';
import { matchLines } from '../rules/statements/matchLines.js';
import { readStatement } from '../rules/statements/readStatement.js';
import { keyOfLine, type StatementLine } from '../rules/statements/statementLine.js';
import { type LineVerdict, linesSentAtOnce, lineVerdicts } from '../rules/statements/verdicts.js';
import { sampleName } from '../simulation/samples/names.js';
import type { Benchmark } from './benchmark.js';
import { fillLists, running } from './data/listRows.js';
import { type InventedLine, inventedStatement, type LineKind } from './data/statements.js';
import { vacuum } from './data/vacuum.js';
import { median } from './measure.js';
import { postgresConditions } from './stack/machine.js';
import { ownFolder } from './stack/ownFolder.js';
import { startDurablePostgres } from './stack/servers.js';
import { verdict } from './table.js';

const target = { linesPerSecond: 5_000, wrong: 0 };
const seed = 20_240_911;
const [campaignId = ''] = running;

/** Statements of the bank: how fast lines are read, recorded and matched, and how often rightly. */
export const bankStatements: Benchmark = {
  about: 'a bank statement read, recorded and matched with the fees of a campaign: lines a second, right and wrong',
  counts: 'lines',
  defaults: { repeats: 3, count: 10_000, size: 0 },
  async run({ count, repeats, print }) {
    const rounds: Round[] = [];
    let conditions: Awaited<ReturnType<typeof postgresConditions>> = [];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      print(`repeat ${repeat} of ${repeats}: ${count} lines`);
      const postgres = await startDurablePostgres();
      const database = openDatabase(await productDatabase(postgres), { name: 'bench', dataDir: await ownFolder() });
      try {
        await fillFees(database, count);
        await vacuum(postgres.url);
        rounds.push(
          await oneRound(
            database,
            inventedStatement(count, seed + repeat, await matchedFees(database, campaignId)).lines,
          ),
        );
        conditions = await postgresConditions(postgres.url);
      } finally {
        await closeDatabase(database);
        await postgres.stop();
      }
    }
    return { conditions, notes: [note], tables: [speeds(rounds, count), rightness(rounds)], raw: rounds };
  },
};

const note =
  'Of 100 lines 90 name a pay code and pay the fee, 3 pay another amount, 3 name no code, 2 are there ' +
  'twice, 2 go out; half of the payments come by scan and name its company. As many fees as lines, names as people have them. Matched: ' +
  'lines and fees read from the database, words decrypted, every line judged. Wrong: a line that is called certain and pays no fee, or another. ' +
  'Found: of the lines that pay a fee and name it, those called certain. Floor: the same rows inserted in one plain statement.';

/** As many fees in one campaign as there are lines. */
async function fillFees(database: Database, count: number): Promise<void> {
  await fillLists(database, 4 * count);
  const { pool } = database;
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM users ORDER BY id');
  const names = rows.map((_, index) => sampleName(index, index % 2 === 0 ? 'female' : 'male'));
  await pool.query(
    'UPDATE users SET name = named.name FROM unnest($1::text[], $2::text[]) AS named(id, name) WHERE users.id = named.id',
    [rows.map(({ id }) => id), names],
  );
  await pool.query(
    `INSERT INTO fees (application_id, part, campaign_id, code, amount, state, arisen_at, changed_at)
     SELECT id, 'review', campaign_id, next_pay_code(), CASE level WHEN 'junior' THEN 20000 WHEN 'mid' THEN 40000 ELSE 60000 END, 'coded', now(), now()
     FROM applications WHERE campaign_id = $1`,
    [campaignId],
  );
}

type Step = 'read' | 'record' | 'floor' | 'match' | 'judge' | 'again';
interface Round {
  readonly seconds: Readonly<Record<Step, number>>;
  readonly verdicts: Readonly<Record<LineKind, Readonly<Partial<Record<LineVerdict | 'repeated', number>>>>>;
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

async function oneRound(database: Database, invented: readonly InventedLine[]): Promise<Round> {
  const rows = asTable(invented);
  let lines: readonly StatementLine[] = [];
  const read = await timed(async () => {
    const arrangement = findArrangement(rows, statementLayouts);
    if (arrangement === null) throw new Error('the layout is not recognised');
    const { lines: found, faults } = readStatement(rows, arrangement);
    if (faults.length > 0 || found.length !== invented.length)
      throw new Error(`${faults.length} faults, ${found.length} lines`);
    lines = found;
  });
  let id = '';
  const record = await timed(async () => {
    id = await sent(database, lines, 'a');
  });
  const floor = await timed(() => plainly(database, lines));
  const fees = await matchedFees(database, campaignId);
  const match = await timed(async () => void matchLines(lines, fees, { keys: new Set(), serials: new Set() }));
  let judged: Awaited<ReturnType<typeof judgedLines>> = [];
  const judge = await timed(async () => {
    judged = await judgedLines(database, { campaignId, statementId: id });
  });
  const again = await timed(async () => {
    const other = await findStatement(database, campaignId, await sent(database, lines, 'b'));
    if (other?.recorded !== 0) throw new Error('the same lines were recorded again');
  });
  return { seconds: { read, record, floor, match, judge, again }, ...scored(invented, judged) };
}

/** As a workbook of a bank has it. */
function asTable(invented: readonly InventedLine[]): readonly (readonly string[])[] {
  const yuan = (fen: number) => (fen / 100).toFixed(2);
  return [
    ['交易日期', '对方户名', '收入金额', '支出金额', '余额', '账号', '币种', '对方账号', '用途', '附言', '核心流水号'],
    ...invented.map(({ line: { booked, counterparty, direction, amount, balance, remark, serial } }) => [
      booked.replace('T', ' '),
      counterparty,
      direction === 'in' ? yuan(amount) : '',
      direction === 'out' ? yuan(amount) : '',
      yuan(balance ?? 0),
      '3000001',
      '人民币',
      '',
      remark,
      '',
      serial ?? '',
    ]),
  ];
}

async function sent(database: Database, lines: readonly StatementLine[], file: string): Promise<string> {
  const head = {
    campaignId,
    fileName: `${file}.xlsx`,
    fileHash: file.repeat(64),
    layout: 'rural',
    lineCount: Math.max(1, lines.length),
  };
  const { id } = await beginStatement(database, { ...head, by: 'bench', at: Date.parse('2024-09-12T09:00:00+08:00') });
  for (let from = 0; from < lines.length; from += linesSentAtOnce)
    await addLines(database, { id, campaignId }, lines.slice(from, from + linesSentAtOnce));
  return id;
}

/** Into the same table, without words and keys. */
async function plainly(database: Database, lines: readonly StatementLine[]): Promise<void> {
  const id = await sent(database, [], 'c');
  await database.pool.query(
    `INSERT INTO statement_lines (statement_id, campaign_id, row, key, booked, direction, amount, balance, serial)
     SELECT $1, $2, g.row, 'plain ' || g.row, g.booked, g.direction, g.amount, g.balance, g.serial
     FROM jsonb_to_recordset($3::jsonb) AS g(row int, booked text, direction text, amount bigint, balance bigint, serial text)`,
    [id, campaignId, JSON.stringify(lines)],
  );
}

function scored(invented: readonly InventedLine[], judged: Awaited<ReturnType<typeof judgedLines>>) {
  const byRow = new Map(judged.map((one) => [one.line.row, one.match]));
  const verdicts: Record<LineKind, Partial<Record<LineVerdict | 'repeated', number>>> = {
    good: {},
    wrongAmount: {},
    noCode: {},
    doubled: {},
    outgoing: {},
  };
  let [right, wrong, missed] = [0, 0, 0];
  const paid = new Set<string>();
  for (const [index, { kind, line, fee }] of invented.entries()) {
    // Below the heading.
    const match = byRow.get(index + 2);
    const told = match?.verdict ?? 'repeated';
    verdicts[kind][told] = (verdicts[kind][told] ?? 0) + 1;
    const found = match?.verdict === 'certain' ? match.candidates[0] : undefined;
    const key = keyOfLine(line);
    if (found !== undefined && found.applicationId === fee?.applicationId && !paid.has(key)) right += 1;
    else if (found !== undefined) wrong += 1;
    else if (kind === 'good') missed += 1;
    if (found !== undefined) paid.add(key);
  }
  return { verdicts, right, wrong, missed };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function speeds(rounds: readonly Round[], count: number) {
  const row = (step: Step, label: string, aim = '') => {
    const seconds = median(rounds.map((round) => round.seconds[step]));
    return [label, seconds, count / seconds, aim];
  };
  const judging = count / median(rounds.map(({ seconds }) => seconds.judge));
  return {
    caption: 'A statement',
    header: ['', 'seconds', 'lines/s', 'target'],
    rows: [
      row('read', 'rows of a workbook read as lines'),
      row('record', 'recorded, encrypted'),
      row('floor', 'floor: inserted plainly'),
      row('judge', 'matched, from the database', verdict(judging, '≥', target.linesPerSecond)),
      row('match', 'matched, in memory alone'),
      row('again', 'the same lines in another file'),
    ],
  };
}

function rightness(rounds: readonly Round[]) {
  const sum = (of: (round: Round) => number) => rounds.reduce((total, round) => total + of(round), 0);
  const [right, wrong, missed] = [
    sum((round) => round.right),
    sum((round) => round.wrong),
    sum((round) => round.missed),
  ];
  const kinds = ['good', 'wrongAmount', 'noCode', 'doubled', 'outgoing'] as const;
  const told = [...(Object.keys(lineVerdicts) as LineVerdict[]), 'repeated'] as const;
  return {
    caption: `Certain: ${right} right, ${wrong} wrong (${verdict(wrong, '≤', target.wrong)}), ${missed} missed: precision ${share(right, wrong)}, recall ${share(right, missed)}`,
    header: ['of all repeats', ...told],
    rows: kinds.map((kind) => [kind, ...told.map((one) => sum(({ verdicts }) => verdicts[kind][one] ?? 0))]),
  };
}

const share = (part: number, rest: number) => (part + rest === 0 ? '–' : (part / (part + rest)).toFixed(4));
