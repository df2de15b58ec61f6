import type { BilingualText } from '../../rules/bilingualText.js';

/** A message of a schema: zod carries one string, so the Chinese stands on its first line and the English on the second. */
export function bilingualMessage(zh: string, en: string): string {
  return `${zh}\n${en}`;
}

/** The texts of a message made with `bilingualMessage`, or null when zod wrote it itself. */
export function parseBilingualMessage(message: string): BilingualText | null {
  const [zh = '', en] = message.split('\n');
  return en === undefined ? null : { zh, en };
}
