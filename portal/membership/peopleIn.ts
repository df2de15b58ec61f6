import { type ContactChannel, channelTo, normalContact } from '../../rules/people/contact.js';

/** Somebody on a list: name, and address or number. */
export interface ListedPerson {
  readonly name: string;
  readonly contact: string;
}

/** The people of a list, a line each, reached on one of these channels; and the numbers of the other lines (the first is 1). */
export function peopleIn(
  text: string,
  channels: readonly ContactChannel[],
): {
  readonly people: readonly ListedPerson[];
  readonly wrong: readonly number[];
} {
  const people: ListedPerson[] = [];
  const wrong: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const cells = line
      .split(/[\t,，;；]|\s+(?=[^\s,，;；]*@|\+?\d)/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
    if (cells.length === 0) continue;
    const contact = cells
      .slice(1)
      .map(normalContact)
      .find((cell) => channels.some((channel) => channel === channelTo(cell)));
    // The heading of a sheet names no contact.
    if (index === 0 && /姓名|name/i.test(cells[0] ?? '')) continue;
    if (contact === undefined || (cells[0]?.length ?? 0) > 50) wrong.push(index + 1);
    else people.push({ name: cells[0] ?? '', contact });
  }
  return { people, wrong };
}

/** The first columns of a sheet as the text of a list. XLSX is read here, in the browser; a CSV may be in GBK. */
export async function listIn(file: File): Promise<string> {
  if (/\.csv$/i.test(file.name)) {
    const bytes = await file.arrayBuffer();
    const text = new TextDecoder('utf-8').decode(bytes);
    return text.includes('\uFFFD') ? new TextDecoder('gbk').decode(bytes) : text;
  }
  const { readSheet } = await import('read-excel-file/browser');
  const rows = await readSheet(file);
  return rows.map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\r\n]/g, ' ')).join('\t')).join('\n');
}
