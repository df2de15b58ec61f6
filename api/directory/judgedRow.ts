import type { CellFault } from '../../records/directory/importRows.js';
import type { BilingualText } from '../../rules/bilingualText.js';

/** A row as it was sent: the texts of its cells by field. */
export interface SentRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A row that was read: what it would register, or what is wrong with it. */
export interface ReadRow<Entry> {
  readonly line: number;
  readonly entry: Entry | null;
  readonly faults: readonly CellFault[];
}

export const fault = (field: string, { zh, en }: BilingualText): CellFault => ({ field, message: zh, messageEn: en });

const formula = /^['\s]*[=+\-@\t\r]/;
/** Faults of cells that a spreadsheet would take for a formula when the list is exported; numbers with + are none. */
export function formulaFaults({ cells }: SentRow): readonly CellFault[] {
  return Object.entries(cells)
    .filter(([field, text]) => formula.test(text) && !(field === 'phone' && /^\+\d/.test(text)))
    .map(([field]) =>
      fault(field, {
        zh: '以 = + - @ 开头，像是公式，请改为文字。',
        en: 'It begins with = + - or @, as a formula does; please make it a text.',
      }),
    );
}

export const twice = (field: string, line: number): CellFault =>
  fault(field, { zh: `与第${line}行重复。`, en: `The same as in line ${line}.` });
