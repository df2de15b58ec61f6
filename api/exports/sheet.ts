import type { CellValue } from './safeCell.js';

/** What the cells of a column are: a date is `2024-08-12`, an instant an ISO text, which is shown in Beijing time. */
export type ColumnKind = 'text' | 'number' | 'date' | 'instant';

export interface SheetColumn {
  /** Its heading, in Chinese. */
  readonly label: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width: number;
}

/** A table of one sheet. Its rows are read while the file is written, so that it may have any number of them. */
export interface Sheet {
  /** In Chinese: names sheet and file. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>;
}

const usual: Readonly<Record<ColumnKind, number>> = { text: 18, number: 10, date: 12, instant: 18 };

/** A width that holds the heading and what the column usually holds. */
export function widthOf(label: string, kind: ColumnKind): number {
  return Math.max(usual[kind], label.length * 2 + 2);
}
