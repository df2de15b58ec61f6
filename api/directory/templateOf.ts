import { importColumns } from '../../rules/directory/importColumns.js';
import type { ImportKind } from '../../rules/directory/importKinds.js';
import { type Sheet, widthOf } from '../exports/sheet.js';

/** The template of a table: its heading and two example rows, which register nothing. */
export function templateOf(kind: ImportKind, name: string): Sheet {
  const columns = importColumns[kind];
  const example = (which: 0 | 1) => columns.map(({ examples }) => examples[which]);
  return {
    name,
    columns: columns.map(({ zh }) => ({ label: zh, kind: 'text', width: widthOf(zh, 'text') })),
    rows: [example(0), example(1)],
  };
}
