import { parseClock, parseMoney, parseTime, plainCell } from './cells.js';
import { type Arrangement, plainHeading } from './headings.js';
import { flagWords, type StatementField, statementFields } from './layouts.js';
import type { StatementLine } from './statementLine.js';

/** A cell that cannot be read. */
export interface StatementFault {
  /** From 1, as a spreadsheet counts. */
  readonly row: number;
  /** The heading of the column. */
  readonly column: string;
  readonly why: 'time' | 'money' | 'direction' | 'currency';
}

/** Something about a whole statement that finance should look at before it is relied on. */
export type StatementWarning = 'balance' | 'cut';

export interface StatementReading {
  readonly lines: readonly StatementLine[];
  /** A statement with faults is not taken: a line that was left out would be money nobody sees. */
  readonly faults: readonly StatementFault[];
  readonly warnings: readonly StatementWarning[];
}

type Row = readonly string[];

const total = /合计|总计|小计|总笔数|期初|期末|承前页|过次页|上期余额|本期余额|^共\d+笔|^total/i;
const yuan = new Set(['', '人民币', '人民币元', '人民币(元)', 'cny', 'rmb', '01', '001', '156']);

/** The lines of a statement, by where its columns stand. Totals, summaries and headings that come again are no lines. */
export function readStatement(rows: readonly Row[], arrangement: Arrangement): StatementReading {
  const { heading, columns } = arrangement;
  const names = rows[heading] ?? [];
  const account = columns.account === undefined ? accountAbove(rows.slice(0, heading)) : null;
  const lines: StatementLine[] = [];
  const faults: StatementFault[] = [];
  for (const [index, cells] of rows.entries()) {
    if (index <= heading || isNoLine(cells, names, columns)) continue;
    const line = readLine(cells, arrangement, account);
    if (typeof line !== 'string' && 'field' in line)
      faults.push({
        row: index + 1,
        column: names[columns[line.field] ?? -1]?.trim() || statementFields[line.field].zh,
        why: line.why,
      });
    else if (line !== 'nothing') lines.push({ row: index + 1, ...line });
  }
  return { lines, faults, warnings: warningsOf(rows, heading, lines) };
}

function isNoLine(cells: Row, names: Row, columns: Arrangement['columns']): boolean {
  const plain = cells.map(plainCell);
  if (plain.every((cell) => cell === '')) return true;
  const when = plain[columns.time ?? columns.date ?? -1] ?? '';
  if (plainHeading(when) === plainHeading(names[columns.time ?? columns.date ?? -1] ?? '')) return true;
  return parseTime(when) === null && plain.some((cell) => total.test(cell));
}

interface Unread {
  readonly field: StatementField;
  readonly why: StatementFault['why'];
}

function readLine(
  cells: Row,
  { columns, direction }: Arrangement,
  accountOfFile: string | null,
): Omit<StatementLine, 'row'> | Unread | 'nothing' {
  const cell = (field: StatementField) => plainCell(cells[columns[field] ?? -1] ?? '');
  const booked = timeOf(cell, columns);
  if (booked === null) return { field: columns.time === undefined ? 'date' : 'time', why: 'time' };
  if (!yuan.has(plainHeading(cell('currency')))) return { field: 'currency', why: 'currency' };
  const money = direction === 'columns' ? byColumns(cell) : byAmount(cell, direction);
  if (typeof money !== 'number') return money;
  if (money === 0) return 'nothing';
  const balance = parseMoney(cell('balance'));
  if (balance === null) return { field: 'balance', why: 'money' };
  const named = cell('counterparty') || cell(money > 0 ? 'payer' : 'payee');
  const remarks = (['purpose', 'summary', 'postscript', 'remark'] as const).map(cell).filter((text) => text !== '');
  return {
    booked,
    direction: money > 0 ? 'in' : 'out',
    amount: Math.abs(money),
    balance: cell('balance') === '' ? null : balance,
    account: cell('account') || accountOfFile,
    counterparty: named,
    remark: [...new Set(remarks)].join(' '),
    serial: cell('serial') || null,
  };
}

type CellOf = (field: StatementField) => string;

function timeOf(cell: CellOf, columns: Arrangement['columns']): string | null {
  const time = parseTime(cell(columns.time === undefined ? 'date' : 'time'));
  if (time === null || time.includes('T') || cell('clock') === '') return time;
  const clock = parseClock(cell('clock'));
  // Some exports write the whole time into the second column.
  return clock === null ? parseTime(cell('clock')) : `${time}T${clock}`;
}

/** A negative amount in the column of money in is one taken back. */
function byColumns(cell: CellOf): number | Unread {
  const received = parseMoney(cell('moneyIn'));
  if (received === null) return { field: 'moneyIn', why: 'money' };
  const spent = parseMoney(cell('moneyOut'));
  if (spent === null) return { field: 'moneyOut', why: 'money' };
  return received !== 0 && spent !== 0 ? { field: 'moneyIn', why: 'direction' } : received - spent;
}

function byAmount(cell: CellOf, direction: 'flag' | 'sign'): number | Unread {
  const amount = parseMoney(cell('amount'));
  if (amount === null) return { field: 'amount', why: 'money' };
  if (direction === 'sign') return amount;
  const flag = plainHeading(cell('flag'));
  const isOf = (words: readonly string[]) => words.includes(flag);
  // An export that writes what goes out with a minus does so beside the flag.
  if (isOf(flagWords.in)) return amount;
  return isOf(flagWords.out) ? -Math.abs(amount) : { field: 'flag', why: 'direction' };
}

/** The holder's account in the lines above the heading, beside or behind its name. */
function accountAbove(rows: readonly Row[]): string | null {
  const cells = rows.flatMap((row) => row.map(plainCell));
  for (const [index, cell] of cells.entries()) {
    const [, behind = ''] = /^(?:本方|查询|客户)?[账帐]号(?:\[.*\])?[:：]?\s*([\d\s-]*)/.exec(
      cell.normalize('NFKC'),
    ) ?? [null];
    if (behind === null || !/[账帐]号/.test(cell)) continue;
    const found = [behind, cells[index + 1] ?? '']
      .map((one) => one.replaceAll(/[\s-]/g, ''))
      .find((one) => /^\d{8,32}$/.test(one));
    if (found !== undefined) return found;
  }
  return null;
}

function warningsOf(rows: readonly Row[], heading: number, lines: readonly StatementLine[]): StatementWarning[] {
  const last = rows.at(-1) ?? [];
  const lengths = rows.slice(heading, -1).map(({ length }) => length);
  const cut = lines.at(-1)?.row === rows.length && lengths.length > 1 && last.length < Math.min(...lengths);
  return [...(follows(lines) ? [] : ['balance' as const]), ...(cut ? ['cut' as const] : [])];
}

/** Whether each balance follows from the one before, the earliest line first or last. */
function follows(lines: readonly StatementLine[]): boolean {
  const signed = ({ amount, direction }: StatementLine) => (direction === 'in' ? amount : -amount);
  const holds = (one: StatementLine, next: StatementLine) =>
    one.balance === null || next.balance === null || one.balance + signed(next) === next.balance;
  const pairs = lines.slice(1).map((line, index) => [lines[index] as StatementLine, line] as const);
  return pairs.every(([one, next]) => holds(one, next)) || pairs.every(([one, next]) => holds(next, one));
}
