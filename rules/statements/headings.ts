import { type DirectionBy, type StatementField, type StatementLayout, statementFields } from './layouts.js';

/** Where each field stands: the index of its column. */
export type ColumnsOfFields = Readonly<Partial<Record<StatementField, number>>>;

/** A table with its heading found: row index, columns, and how it tells money in. */
export interface Arrangement {
  /** The index of the heading's row. */
  readonly heading: number;
  readonly columns: ColumnsOfFields;
  readonly direction: DirectionBy;
}

type Rows = readonly (readonly string[])[];

/** Rows above which no heading is looked for. */
const deepest = 40;

/** A heading as it is compared: `交易金额[ Trade Amount ]` is `交易金额`, brackets are half-width, spaces do not count. */
export function plainHeading(cell: string): string {
  return cell
    .normalize('NFKC')
    .replace(/\[.*$/s, '')
    .replaceAll(/[\s\u200B\uFEFF]/g, '')
    .toLowerCase();
}

/** Whether a table with these columns can be read: it says when, how much, and which way. */
export function isComplete(columns: ColumnsOfFields, direction: DirectionBy): boolean {
  if (columns.time === undefined && columns.date === undefined) return false;
  if (direction === 'columns') return columns.moneyIn !== undefined;
  return columns.amount !== undefined && (direction === 'sign' || columns.flag !== undefined);
}

/** The layout that names most columns of a table, with where they stand; null where none is complete. */
export function findArrangement<Name extends string>(
  rows: Rows,
  layouts: Readonly<Record<Name, StatementLayout>>,
): (Arrangement & { readonly layout: Name }) | null {
  let best: (Arrangement & { readonly layout: Name }) | null = null;
  let most = 0;
  for (const [heading, row] of rows.slice(0, deepest).entries()) {
    const cells = row.map(plainHeading);
    for (const layout of Object.keys(layouts) as Name[]) {
      const { columns: names, direction } = layouts[layout];
      const columns = columnsNamed(cells, names);
      const count = Object.keys(columns).length;
      if (count > most && isComplete(columns, direction)) {
        best = { layout, heading, columns, direction };
        most = count;
      }
    }
  }
  return best;
}

function columnsNamed(cells: readonly string[], names: StatementLayout['columns']): ColumnsOfFields {
  const found: Partial<Record<StatementField, number>> = {};
  for (const field of Object.keys(statementFields) as StatementField[]) {
    const called = names[field]?.map(plainHeading) ?? [];
    const index = cells.findIndex((cell) => called.includes(cell));
    if (index >= 0) found[field] = index;
  }
  return found;
}
