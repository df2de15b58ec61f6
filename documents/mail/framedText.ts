import type { FrameWords, LetterParts, LetterTerm } from './frameLetter.js';

/** A letter as plain text, with everything that its HTML says. */
export function framedText(parts: LetterParts, words: FrameWords): string {
  const { sender, greeting, introduction = [], happened, points = [], reason, todo, until, original, language } = parts;
  const { link, contact, signature } = parts;
  const lines = [
    ...[greeting, ''],
    ...introduction.flatMap((paragraph) => [paragraph, '']),
    happened,
    ...points.flatMap(({ text, field }, index) => [
      `  ${index + 1}. ${text}`,
      ...(field === null ? [] : [`     ${words.concerns}${field[language]}`]),
    ]),
    ...(reason === null ? [] : [`${words.reason}${reason}`]),
    ...['', `${words.todo}${todo}`],
    ...until.flatMap((one) => (typeof one === 'string' ? [`${words.until}${one}`] : termLines(one, words))),
    ...['', `${link.label}${words.colon}${link.href}`],
    ...(original.length === 0 ? [] : ['', words.original, ...original]),
    ...(contact.length === 0 ? [] : ['', words.contact, ...contact]),
    ...['', '——', sender, ...signature, words.automatic],
  ];
  return `${lines.join('\n')}\n`;
}

function termLines({ label, when, notes, held }: LetterTerm, words: FrameWords): readonly string[] {
  return [`${held ? words.held : words.until}${label}${words.colon}${when}`, ...notes.map((note) => `  ${note}`)];
}
