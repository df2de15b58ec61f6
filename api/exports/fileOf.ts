import writeXlsxFile from 'write-excel-file/node';
import type { CellValue } from './safeCell.js';
import type { ListTable } from './tableOf.js';

export const formats = ['csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

export const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The table as a file. */
export const fileOf: Readonly<Record<Format, (table: ListTable) => Promise<Buffer>>> = {
  // The mark at the beginning has spreadsheets read Chinese as it is.
  csv: async ({ head, rows }) => Buffer.from(`\uFEFF${[head, ...rows].map(lineOf).join('')}`),
  xlsx: async ({ head, rows }) => {
    const first = head.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
    return await writeXlsxFile([first, ...rows.map((row) => [...row])], { stickyRowsCount: 1 }).toBuffer();
  },
};

function lineOf(cells: readonly CellValue[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(value: CellValue): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
