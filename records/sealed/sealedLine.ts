import type { Owner } from './dataKeys.js';
import type { Vault } from './vault.js';

/** Who paid and what for, as the bank wrote it. */
export interface LineWords {
  readonly counterparty: string;
  readonly remark: string;
}

/** A statement has a key of its own: those who paid are known to it alone. */
export const statementOwner = (statementId: string): Owner => `statement:${statementId}`;

const about = 'line of a statement';

/** The words of a line, encrypted; null where it has none. */
export async function sealLine(vault: Vault, statementId: string, words: LineWords): Promise<string | null> {
  const { counterparty, remark } = words;
  if (counterparty === '' && remark === '') return null;
  return await vault.sealText(statementOwner(statementId), JSON.stringify([counterparty, remark]), about);
}

/** The words of a line; empty when they were erased. */
export async function openLine(vault: Vault, sealed: string | null): Promise<LineWords> {
  const text = sealed === null ? null : await vault.openText(sealed, about);
  const [counterparty = '', remark = ''] = text === null ? [] : (JSON.parse(text) as string[]);
  return { counterparty, remark };
}
