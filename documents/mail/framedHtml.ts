import { escapeHtml } from '../escapeHtml.js';
import type { FrameWords, LetterParts, LetterTerm } from './frameLetter.js';
import type { LetterPoint } from './letter.js';
import { darkRules, fontFamily, styles } from './letterStyle.js';

/** The widest a letter gets, in pixels: what mail programs show beside their own lists. */
const widest = 600;

/**
 * A letter as HTML: a single column of tables with inline styles, which Outlook, QQ 邮箱 and phones show alike. Light and dark
 * grounds are named with their ink, so that a program that turns colours round leaves neither on the other.
 */
export function framedHtml(parts: LetterParts, words: FrameWords): string {
  const { language, sender, title, greeting, introduction = [], happened, points = [], reason, todo, until } = parts;
  const { original, link, contact, signature } = parts;
  const rows = [
    cell(`<h1 class="ink" style="${styles.title}">${escapeHtml(title)}</h1>`),
    cell([paragraph(greeting), ...introduction.map(paragraph), paragraph(happened)].join('')),
    points.length === 0 ? '' : cell(list(points, words, language)),
    reason === null ? '' : cell(paragraph(`${words.reason}${reason}`)),
    cell(box(`<strong>${escapeHtml(words.todo)}</strong>${broken(todo)}`)),
    ...until.map((one) => cell(typeof one === 'string' ? sentence(one, words) : term(one))),
    cell(button(link) + small(`${escapeHtml(words.open)}<br>${escapeHtml(link.href)}`)),
    original.length === 0 ? '' : cell(section(words.original, original, 'zh-CN')),
    contact.length === 0 ? '' : cell(section(words.contact, contact)),
    cell(small([sender, ...signature, words.automatic].map(escapeHtml).join('<br>'))),
  ];
  return letterPage({ language, sender, title, rows });
}

/** The page of a message about an account: its lines, and a button where one of them is an address. */
export function messageHtml(title: string, lines: readonly string[], words: FrameWords): string {
  const rows = [
    cell(`<h1 class="ink" style="${styles.title}">${escapeHtml(title)}</h1>`),
    ...lines
      .filter((line) => line !== '')
      .map((line) =>
        cell(
          /^https?:\/\/\S+$/.test(line)
            ? button({ label: '打开 / Open', href: line }) + small(`${escapeHtml(words.open)}<br>${escapeHtml(line)}`)
            : paragraph(line),
        ),
      ),
    cell(small(escapeHtml(words.automatic))),
  ];
  return letterPage({ language: 'zh', sender: '职称评审系统', title, rows });
}

function letterPage(page: Pick<LetterParts, 'language' | 'sender' | 'title'> & { readonly rows: readonly string[] }) {
  const { language, sender, title, rows } = page;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<style>${darkRules}</style></head>
<body class="ground" style="${styles.body}">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.ground}"><tr><td align="center" style="padding:0">
<!--[if mso]><table role="presentation" width="${widest}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.paper};max-width:${widest}px">
<tr><td bgcolor="#1d4f9c" style="${styles.head}">${escapeHtml(sender)}</td></tr>
${rows.filter((row) => row !== '').join('\n')}
<tr><td style="${styles.foot}"></td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body></html>
`;
}

const broken = (text: string) => escapeHtml(text).replaceAll('\n', '<br>');
const cell = (html: string) => `<tr><td class="ink" style="${styles.cell}">${html}</td></tr>`;
const paragraph = (text: string) => `<p class="ink" style="${styles.paragraph}">${broken(text)}</p>`;
const small = (html: string) => `<p class="soft" style="${styles.small}">${html}</p>`;

/** A part of its own on a tinted ground. */
function box(html: string): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="tint ink" bgcolor="#e8effa" style="${styles.box}">${html}</td></tr></table>`;
}

/** Each point with its number and, where it is known, what of the form it concerns. */
function list(points: readonly LetterPoint[], words: FrameWords, language: LetterParts['language']): string {
  const rows = points.map(({ text, field }, index) => {
    const concerned =
      field === null
        ? ''
        : `<br><span class="soft" style="${styles.soft}">${escapeHtml(`${words.concerns}${field[language]}`)}</span>`;
    return `<tr><td class="ink line" valign="top" width="32" style="${styles.point}">${index + 1}.</td><td class="ink line" style="${styles.point}">${broken(text)}${concerned}</td></tr>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${rows.join('')}</table>`;
}

/** A date: what ends, when, large, and how it is counted. */
function term({ label, when, notes }: LetterTerm): string {
  const counted = notes.map((note) => `<p class="soft" style="${styles.small}">${escapeHtml(note)}</p>`).join('');
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td class="rule" style="${styles.term}"><p class="soft" style="${styles.label}">${escapeHtml(label)}</p><p class="ink" style="${styles.when}">${escapeHtml(when)}</p>${counted}</td></tr></table>`;
}

const sentence = (text: string, words: FrameWords) => paragraph(`${words.until}${text}`);

/** The one button; its colour stands on the cell, which Outlook paints. */
function button({ label, href }: LetterParts['link']): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="#1d4f9c" style="${styles.button}"><a href="${escapeHtml(href)}" style="${styles.anchor};font-family:${fontFamily}">${escapeHtml(label)}</a></td></tr></table>`;
}

function section(heading: string, lines: readonly string[], lang?: string): string {
  const of = lang === undefined ? '' : ` lang="${lang}"`;
  return `<p class="soft line" style="${styles.heading}">${escapeHtml(heading)}</p><p class="ink"${of} style="${styles.lines}">${lines.map(broken).join('<br>')}</p>`;
}
