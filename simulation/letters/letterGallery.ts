import { escapeHtml } from '../../documents/escapeHtml.js';
import type { RenderedLetter } from '../../documents/mail/frameLetter.js';
import { renderNotification } from '../../documents/mail/notifications/renderNotification.js';
import { renderLetter } from '../../documents/mail/renderLetter.js';
import { roleLabels } from '../../rules/application/labels.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { letterLabels } from '../../rules/notifications/letterLabels.js';
import { noticeLabels, notificationKinds } from '../../rules/notifications/notificationKinds.js';
import { type Language, languages } from '../../rules/people/membership.js';
import { sampleLetters } from '../samples/letters.js';
import { sampleNotification } from '../samples/notifications.js';

/** A kind of letter, as one of its readers gets it. */
interface Shown {
  readonly kind: string;
  readonly label: BilingualText;
  readonly to: BilingualText;
  readonly written: Readonly<Record<Language, RenderedLetter>>;
}

const inEach = (write: (language: Language) => RenderedLetter): Shown['written'] => ({
  zh: write('zh'),
  en: write('en'),
});

/** Of several letters of a kind to the same role the first. */
function ofApplications(): readonly Shown[] {
  const firsts = new Map(sampleLetters.toReversed().map((letter) => [`${letter.kind} ${letter.to}`, letter]));
  return [...firsts.values()].toReversed().map((letter) => ({
    kind: letter.kind,
    label: letterLabels[letter.kind],
    to: roleLabels[letter.to],
    written: inEach((language) => renderLetter(letter, language)),
  }));
}

const others = (): readonly Shown[] =>
  notificationKinds.map((kind) => ({
    kind,
    label: noticeLabels[kind],
    to: roleLabels[sampleNotification.to],
    written: inEach((language) =>
      renderNotification({ ...sampleNotification, kind }, 'https://zc.example.cn', language),
    ),
  }));

const style = `
  body { font: 16px/1.6 "Noto Sans SC", "Microsoft YaHei", sans-serif; margin: 0 auto; max-width: 1320px; padding: 16px; }
  section { border-top: 1px solid #ccc; padding: 16px 0; }
  .both { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(320px, 1fr)); }
  iframe { border: 1px solid #ccc; height: 640px; width: 100%; }
  pre { overflow-wrap: anywhere; white-space: pre-wrap; }
  nav { columns: 3 240px; }`;

/** One page with every kind of letter in both languages, as HTML and as text, each in a frame that runs nothing. */
export function letterGallery(): string {
  const shown = [...ofApplications(), ...others()].map((one, index) => ({ ...one, id: `letter-${index + 1}` }));
  const titleOf = ({ label, to }: Shown) => escapeHtml(`${label.zh} → ${to.zh} / ${label.en} → ${to.en}`);
  const links = shown.map((one) => `<a href="#${one.id}">${titleOf(one)}</a><br>`);
  const sections = shown.map(
    (one) =>
      `<section id="${one.id}"><h2>${titleOf(one)}</h2><p><code>${one.kind}</code></p><div class="both">${languages
        .map((language) => framed(one.written[language], language))
        .join('')}</div></section>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>全部信函 / Every letter</title><style>${style}</style></head>
<body><h1>全部信函 / Every letter</h1><nav>${links.join('')}</nav>${sections.join('\n')}</body></html>
`;
}

function framed({ subject, text, html }: RenderedLetter, language: Language): string {
  return `<div lang="${language}"><p><strong>${escapeHtml(subject)}</strong></p>
<iframe sandbox="" title="${escapeHtml(subject)}" srcdoc="${escapeHtml(html)}"></iframe>
<details><summary>纯文本 / plain text</summary><pre>${escapeHtml(text)}</pre></details></div>`;
}
