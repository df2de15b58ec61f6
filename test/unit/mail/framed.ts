import { frameWords, type RenderedLetter } from '../../../documents/mail/frameLetter.js';
import { languages } from '../../../rules/people/membership.js';

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What a reader of the HTML sees, piece by piece. */
function pieces(html: string): readonly string[] {
  const body = html.slice(html.indexOf('<body')).replaceAll(/<!--[\s\S]*?-->/g, '');
  return body
    .split(/<[^>]*>/)
    .map((piece) => piece.replaceAll(/&(?:lt|gt|quot|amp|#39);/g, (entity) => entities[entity] ?? entity).trim())
    .filter((piece) => piece !== '');
}

/**
 * What holds for every letter: one button, which leads to `link`; a large date has its weekday; the text says whatever the HTML
 * says; nothing of the data is markup; no wider than mail programs show; no script, picture or address outside.
 */
export function expectFramed({ subject, text, html }: RenderedLetter, link: string): void {
  const anchors = html.match(/<a [^>]*>/g) ?? [];
  expect(anchors).toHaveLength(1);
  expect(anchors[0]).toContain(`href="${link}"`);
  // A text has no button that could fail to open.
  const aboutButton = languages.map((language) => frameWords[language].open.trim());
  for (const piece of pieces(html).filter((one) => !aboutButton.includes(one)))
    expect(`${subject}\n${text}`).toContain(piece);
  for (const [, when] of html.matchAll(/font-size:26px[^>]*>([^<]*)</g))
    expect(when).toMatch(/周[一二三四五六日] \d\d:\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day /);
  const tags = new Set((html.match(/<\/?([a-z][a-z0-9]*)/g) ?? []).map((tag) => tag.replace(/[</]/g, '')));
  const known = 'html head meta title style body table tr td h1 p strong br span a'.split(' ');
  expect([...tags].filter((tag) => !known.includes(tag))).toEqual([]);
  expect(
    Math.max(...[...html.matchAll(/width[=:"]+(\d+)(?!\d*%)/g)].map(([, width]) => Number(width))),
  ).toBeLessThanOrEqual(600);
  expect(html).not.toMatch(/url\(|src=|@import|\bon[a-z]+=/);
  expect(`${text}${html}`).not.toMatch(/undefined|NaN|null|\[object/);
}
