import type { CellFault, JudgedRow } from '../../records/directory/importRows.js';
import type { BilingualText } from '../../rules/bilingualText.js';

/** A table whose rows are judged. */
export interface Table {
  readonly importId: string;
  readonly campaignId: string | null;
  /** Who sends it. */
  readonly by: string;
}

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

export const wrong = (line: number, faults: JudgedRow['faults']): JudgedRow => {
  return { line, subject: null, verdict: 'wrong', faults, before: null, after: null };
};

export const anotherPerson = {
  zh: '这个邮箱或手机号的账户是别人的，或姓名、联系方式不一致；由本人在“我的账户”中更正。',
  en: 'The account with this address or number has another name or contact; its owner corrects it on the account page.',
};

/** The fault that says most, for each field: the last. */
export function onePerField<Fault extends { readonly field: string }>(faults: readonly Fault[]): readonly Fault[] {
  return [...new Map(faults.map((one) => [one.field, one])).values()];
}
