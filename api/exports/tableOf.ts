import { columnLabels, valueLabels } from './columnLabels.js';
import { type CellValue, safeCell } from './safeCell.js';

/** A list as a table: a head of words, and a row for each item. */
export interface ListTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** The items of a list as a table. What lies within an item has a column for each of its parts. */
export function tableOf(items: readonly unknown[]): ListTable {
  const flat = items.map((item) => flatten(item));
  const keys = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  return {
    head: keys.map((key) => String(safeCell(headOf(key)))),
    rows: flat.map((row) => keys.map((key) => safeCell(row.get(key) ?? null))),
  };
}

function headOf(path: string): string {
  return path
    .split('.')
    .map((part) => columnLabels[part] ?? part)
    .join('·');
}

function flatten(value: unknown, path = ''): Map<string, CellValue> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { zh } = value as { zh?: unknown };
    // Words come in two languages; a list for the office is in theirs.
    if (typeof zh === 'string') return new Map([[path, zh]]);
    // What its reader may do now is for a page and not for a file.
    const cells = Object.entries(value).filter(([key]) => key !== 'actions');
    const parts = cells.map(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`));
    return new Map(parts.flatMap((part) => [...part]));
  }
  return new Map([[path, cellOf(value)]]);
}

function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) {
    const parts = (one: unknown) => [...flatten(one).values()].filter((cell) => cell !== null && cell !== '');
    return value.map((one) => (typeof one === 'object' ? parts(one).join(' ') : String(one))).join('、');
  }
  const text = String(value);
  return valueLabels[text] ?? text;
}
