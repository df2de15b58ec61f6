import type { FieldTree } from './policyFields.js';

/** A text of the office in its own words; the English is empty where there is none. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What the office writes itself, in plain text: on the page of the announcement, at the head of each letter, on the help page. */
export const wordsTable = {
  announcement: { kind: 'words', optional: true, zh: '通知网页上的说明', en: 'Words on the page of the announcement' },
  letters: { kind: 'words', optional: true, zh: '通知信开头的话', en: 'Words at the head of each letter' },
  help: { kind: 'words', optional: true, zh: '办事指南中的说明', en: 'Words on the help page' },
} as const satisfies FieldTree;

/** What stands in place of a clause beside words: no notice has them. */
export const wordsClause = '评委会办事机构';

/** The paragraphs of a text, which blank lines part; a paragraph keeps its line breaks. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
