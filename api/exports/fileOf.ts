import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Response } from 'express';
import { writeXlsxStream } from 'hucre/xlsx';
import { inDigits, isoInBeijing } from '../../rules/calendar/instant.js';
import { type CellValue, safeCell } from './safeCell.js';
import type { ColumnKind, Sheet, SheetColumn } from './sheet.js';

export const formats = ['csv', 'xlsx'] as const;
export type Format = (typeof formats)[number];

const contentTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The table as a file, a part at a time: what was written is not kept. */
export const fileOf: Readonly<Record<Format, (sheet: Sheet) => Readable>> = {
  csv: (sheet) => Readable.from(csvLines(sheet)),
  xlsx: ({ name, columns, rows }) => {
    const file = writeXlsxStream(xlsxRows(columns, rows), {
      name: sheetName(name),
      columns: columns.map(({ label, kind, width }) => ({
        header: String(safeCell(label)),
        width,
        ...(numberFormats[kind] && { numFmt: numberFormats[kind] }),
      })),
      freezePane: { rows: 1 },
    });
    return Readable.fromWeb(file as ReadableStream);
  },
};

/** Sends the table as a file named in Chinese. When a row cannot be read any more, the file breaks off. */
export async function sendSheet(response: Response, format: Format, sheet: Sheet, fileName = sheet.name) {
  response
    .status(200)
    .set({ 'Content-Type': contentTypes[format], 'Cache-Control': 'private, no-store' })
    .attachment(`${fileName}.${format}`);
  await pipeline(fileOf[format](sheet), response);
}

const numberFormats: Readonly<Partial<Record<ColumnKind, string>>> = {
  date: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
  // Spreadsheets keep what is typed into the column later as text, too: an ID number loses its last digits otherwise.
  text: '@',
};

/** What a sheet may be called: no more than 31 characters, and none that separates sheets in a formula. */
const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

async function* xlsxRows(columns: readonly SheetColumn[], rows: Sheet['rows']) {
  for await (const row of rows) yield columns.map(({ kind }, index) => xlsxCell(kind, row[index] ?? null));
}

function xlsxCell(kind: ColumnKind, value: CellValue): CellValue | Date {
  const isTime = kind === 'date' || kind === 'instant';
  if (!isTime || typeof value !== 'string') return safeCell(value);
  // A cell has no zone: it holds what a clock in Beijing shows.
  const time = Date.parse(kind === 'date' ? value : isoInBeijing(Date.parse(value)).slice(0, 23).concat('Z'));
  return Number.isNaN(time) ? safeCell(value) : new Date(time);
}

async function* csvLines({ columns, rows }: Sheet) {
  // The mark at the beginning has spreadsheets read Chinese as it is.
  yield `\uFEFF${lineOf(columns.map(({ label }) => safeCell(label)))}`;
  for await (const row of rows) yield lineOf(columns.map(({ kind }, index) => csvCell(kind, row[index] ?? null)));
}

function csvCell(kind: ColumnKind, value: CellValue): CellValue {
  const time = kind === 'instant' && typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? safeCell(value) : inDigits(time);
}

function lineOf(cells: readonly CellValue[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(value: CellValue): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
