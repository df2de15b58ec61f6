import { type ContactChannel, channelTo, normalContact } from '../../rules/people/contact.js';
import { readTable } from '../components/tables/readTable.js';

/** More is no list of one unit. */
const mostLines = 5_000;

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

/** The cells of a sheet as the text of a list. @throws UnreadableTable */
export async function listIn(file: File): Promise<string> {
  const rows = await readTable(file, mostLines);
  return rows.map((row) => row.map((cell) => cell.replace(/[\t\r\n]/g, ' ')).join('\t')).join('\n');
}
