import { importColumns } from '../../rules/directory/importColumns.js';
import type { ImportKind } from '../../rules/directory/importKinds.js';
import type { ListTable } from '../exports/tableOf.js';

/** The template of a table: its heading and two example rows, which register nothing. */
export function templateOf(kind: ImportKind): ListTable {
  const columns = importColumns[kind];
  const example = (which: 0 | 1) => columns.map(({ examples }) => examples[which]);
  return { head: columns.map(({ zh }) => zh), rows: [example(0), example(1)] };
}
