import type { LabelOf } from './codeLabels.js';
import { columnLabel } from './columnLabels.js';
import { type CellValue, safeCell } from './safeCell.js';

/** A list as a table: headings, and a row for each item. */
export interface ListTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The items of a list as a table. An object within an item has a column for each of its parts. */
export function tableOf(items: readonly unknown[], labelOf: LabelOf): ListTable {
  const flat = items.map((item) => flatten(item, labelOf));
  const keys = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  return {
    head: keys.map((key) => String(safeCell(headOf(key)))),
    rows: flat.map((row) => keys.map((key) => safeCell(row.get(key) ?? null))),
  };
}

/** What only a page needs: what its reader may do now, and lists a page draws itself by. */
const leftOut = new Set(['actions', 'codes', 'eventsLeftOut', 'statuses', 'ownUnits', 'newerCalendar']);

function headOf(path: string): string {
  return (
    columnLabel(path) ??
    path
      .split('.')
      .map((field) => columnLabel(field) ?? field)
      .join('·')
  );
}

function flatten(value: unknown, labelOf: LabelOf, path = ''): Map<string, CellValue> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { zh } = value as { zh?: unknown };
    // Labels come in two languages; a file for the office is in Chinese.
    if (typeof zh === 'string') return new Map([[path, zh]]);
    const cells = Object.entries(value).filter(([key]) => !leftOut.has(key) && !(key === 'code' && 'name' in value));
    const parts = cells.map(([key, inner]) => flatten(inner, labelOf, path === '' ? key : `${path}.${key}`));
    return new Map(parts.flatMap((part) => [...part]));
  }
  return new Map([[path, cellOf(value, path.split('.').at(-1) ?? '', labelOf)]]);
}

/** An object within a cell: its words and numbers, the headings of what is true of it, and no ids. */
function partsOf(one: unknown, labelOf: LabelOf): string {
  const told = [...flatten(one, labelOf)].filter(
    ([path, cell]) => cell !== null && cell !== '' && cell !== '否' && !isId(path),
  );
  return told.map(([path, cell]) => (cell === '是' ? headOf(path) : cell)).join(' ');
}

const isId = (path: string) => /(^|\.)(id|\w+Id)$/.test(path);

function cellOf(value: unknown, column: string, labelOf: LabelOf): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) {
    const parts = value.map((one) => (typeof one === 'object' ? partsOf(one, labelOf) : labelOf(column, String(one))));
    return parts.join('、');
  }
  return labelOf(column, String(value));
}
