import { escapeHtml } from '../escapeHtml.js';

/** A mail as it is sent. */
export interface RenderedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The parts of every letter: greeting, what happened, why, what to do, until when, where to see it, from whom. */
export interface LetterParts {
  readonly title: string;
  readonly greeting: string;
  /** The office's own words, by paragraphs. */
  readonly introduction?: readonly string[];
  readonly happened: string;
  /** Points of a list, in full. */
  readonly points?: readonly string[];
  readonly reason: string | null;
  readonly todo: string;
  readonly until: readonly string[];
  readonly link: { readonly label: string; readonly href: string };
  readonly signature: readonly string[];
}

/** Assembles the parts of a letter, as text and as HTML. */
export function frameLetter(parts: LetterParts): RenderedLetter {
  const { title, greeting, introduction = [], happened, points = [], reason, todo, until, link, signature } = parts;
  const signed = [...signature, '本邮件由系统自动发送，请勿直接回复。'];
  const text = [
    ...[greeting, ''],
    ...introduction.flatMap((paragraph) => [paragraph, '']),
    happened,
    ...points.map((point, index) => `  ${index + 1}. ${point}`),
    ...(reason === null ? [] : [`理由：${reason}`]),
    ...['', `需要办理：${todo}`],
    ...until.map((line) => `期限：${line}`),
    ...['', `${link.label}：${link.href}`, '', '——', ...signed],
  ];
  const paragraph = (label: string) => `<p>${escapeHtml(label)}</p>`;
  const broken = (text: string) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;
  const list = points.length ? `<ol>${points.map((point) => `<li>${escapeHtml(point)}</li>`).join('')}</ol>` : '';
  const html = [
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head><body>`,
    ...[paragraph(greeting), ...introduction.map(broken), paragraph(happened), list],
    reason === null ? '' : paragraph(`理由：${reason}`),
    `<p><strong>需要办理：</strong>${escapeHtml(todo)}</p>`,
    ...until.map((line) => `<p><strong>期限：</strong>${escapeHtml(line)}</p>`),
    `<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.label)}</a></p>`,
    `<hr><p><small>${signed.map(escapeHtml).join('<br>')}</small></p>`,
    '</body></html>',
  ];
  return {
    // A line break in a subject would start another header.
    subject: `【职称评审】${title}`.replace(/[\r\n]+/g, ' '),
    text: `${text.join('\n')}\n`,
    html: html.join('\n'),
  };
}
