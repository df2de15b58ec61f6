import { csvFields } from '../../../rules/directory/csvFields.js';
import { unpackedSize } from './unpackedSize.js';

/** Why a file is no table that can be read. */
export type Unreadable = 'encoding' | 'quotes' | 'format' | 'oldFormat' | 'tooBig' | 'tooLong' | 'empty';
export class UnreadableTable extends Error {
  constructor(readonly why: Unreadable) {
    super(`a file that is no table: ${why}`);
  }
}

const mostBytes = 20_000_000;
const mostUnpackedBytes = 300_000_000;

/**
 * The cells of a file as texts, line by line: the first sheet of an XLSX file, or a CSV in UTF-8, UTF-16 or GBK. It is read here,
 * in the browser, so that no server unpacks what somebody made; of a formula its result counts.
 *
 * @param most lines it may have beside the heading
 * @throws UnreadableTable
 */
export async function readTable(file: File, most: number): Promise<readonly (readonly string[])[]> {
  if (file.size > mostBytes) throw new UnreadableTable('tooBig');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const rows = isZip(bytes) ? await sheetIn(file, bytes) : linesIn(bytes, most);
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''));
  if (last < 0) throw new UnreadableTable('empty');
  if (last > most) throw new UnreadableTable('tooLong');
  return rows.slice(0, last + 1);
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

function linesIn(bytes: Uint8Array, most: number): readonly (readonly string[])[] {
  // The beginning of an old XLS file, of a PDF, and of a page that calls itself XLS.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new UnreadableTable('oldFormat');
  if ((bytes[0] === 0x25 && bytes[1] === 0x50) || bytes[0] === 0x3c) throw new UnreadableTable('format');
  const rows = csvFields(textOf(bytes), most + 1);
  if (rows === null) throw new UnreadableTable('quotes');
  return rows.map((row) => row.map((cell) => cell.trim()));
}

const byteOrderMarks = [
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
] as const;

function textOf(bytes: Uint8Array): string {
  const marked = byteOrderMarks.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1])?.encoding;
  for (const encoding of marked === undefined ? ['utf-8', 'gb18030'] : [marked]) {
    const text = decoded(bytes, encoding);
    if (text !== null) return text;
  }
  throw new UnreadableTable('encoding');
}

/** The text, or null where the bytes are none in this encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

async function sheetIn(file: File, bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const size = unpackedSize(bytes);
  if (size === null) throw new UnreadableTable('format');
  if (size > mostUnpackedBytes) throw new UnreadableTable('tooBig');
  const { readSheet } = await import('read-excel-file/browser');
  const rows = await readSheet(file).catch(() => {
    throw new UnreadableTable('format');
  });
  return rows.map((row) => row.map(textOfCell));
}

function textOfCell(cell: unknown): string {
  if (cell instanceof Date) return textOfTime(cell);
  return String(cell ?? '').trim();
}

/** A cell has no zone, and is read as if it were UTC; a fraction of a day is off by less than a second. */
function textOfTime(time: Date): string {
  const rounded = new Date(Math.round(time.getTime() / 1000) * 1000);
  return rounded.toISOString().slice(0, 19).replace('T00:00:00', '');
}
