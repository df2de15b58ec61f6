import { type ImportKind, mostImportRows, rowsSentAtOnce } from '../../../rules/directory/importKinds.js';
import { answer, api } from '../../api/client.js';
import { readTable } from '../../components/tables/readTable.js';

/** How far a table was sent. */
export interface Sent {
  readonly done: number;
  readonly all: number;
}

/** What one request may hold, less than the server takes. */
const mostCharacters = 200_000;

/**
 * Reads a file and sends it in parts.
 *
 * @returns the id of the table
 * @throws UnreadableTable · what the API refuses
 */
export async function sendTable(
  { kind, campaignId }: { readonly kind: ImportKind; readonly campaignId: string | null },
  file: File,
  told: (sent: Sent) => void,
): Promise<string> {
  const [heading = [], ...rows] = await readTable(file, mostImportRows);
  const own = campaignId === null ? {} : { campaignId };
  const body = { kind, ...own, fileName: file.name.slice(-200), heading: [...heading] };
  const { id } = await answer(api.POST('/api/directory-imports', { body }));
  let done = 0;
  for (const part of partsOf(rows.map((cells, index) => ({ line: index + 2, cells: [...cells] })))) {
    told({ done, all: rows.length });
    await answer(api.POST('/api/directory-imports/{id}/rows', { params: { path: { id } }, body: { rows: part } }));
    done += part.length;
  }
  return id;
}

interface Line {
  line: number;
  cells: string[];
}
function partsOf(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  let size = 0;
  for (const line of lines) {
    const length = line.cells.join().length;
    const last = parts.at(-1);
    if (last === undefined || last.length >= rowsSentAtOnce || size + length > mostCharacters) {
      parts.push([line]);
      size = length;
    } else {
      last.push(line);
      size += length;
    }
  }
  return parts;
}
