import { escapeHtml } from '../escapeHtml.js';
import { pageStyle } from './pageStyle.js';

/** One page for everybody, readable without a script, in print and in the dark. */
export interface Page {
  readonly title: string;
  readonly titleEn: string;
  /** which of the public parts it belongs to */
  readonly section?: '/notices' | '/announcements';
  /** HTML, escaped already. */
  readonly body: string;
}

const sections = [
  ['/notices', '公示', 'Notices'],
  ['/announcements', '通知', 'Announcements'],
] as const;
const icon =
  '<svg aria-hidden="true" width="28" height="28" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d4f9c"/><path d="M9 8h14v17l-7-4.2L9 25z" fill="#fff"/><path d="M12.2 14.6l2.8 2.8 4.9-5.2" fill="none" stroke="#1d4f9c" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>';

/**
 * The portal's Chinese font, in slices of which a browser fetches what it has no font for. At the end of the body, so that the
 * page is shown before it has come.
 */
const webFont = '<link rel="stylesheet" href="/fonts.css">';

/** A page with the frame all of them share: links to the portal and to the other public pages. */
export function renderPage({ title, titleEn, body, section }: Page): string {
  const links = sections.map(
    ([href, zh, en]) => `<a href="${href}"${href === section ? ' aria-current="true"' : ''}>${both(zh, en)}</a>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)} · ${escapeHtml(titleEn)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${pageStyle}</style></head>
<body><a class="skip" href="#main">跳到正文 · Skip to content</a>
<header><div class="inner"><a class="brand" href="/">${icon}职称评审</a><nav aria-label="主导航">${links.join('')}<a href="/guide">${both('办事指南', 'How to')}</a><a href="/">${both('登录', 'Portal')}</a></nav></div></header>
<main id="main" class="inner"><article><h1>${escapeHtml(title)}<span lang="en">${escapeHtml(titleEn)}</span></h1>
${body}
</article></main><footer class="inner">${both('时间均为北京时间。', 'All times are Beijing time.')}</footer>${webFont}</body></html>
`;
}

/** A Chinese text with the English beside it. */
export function both(zh: string, en: string): string {
  return `${escapeHtml(zh)} <span lang="en">${escapeHtml(en)}</span>`;
}

/** A list of terms; what stands beside each is HTML. */
export function terms(entries: readonly (readonly [zh: string, en: string, html: string])[]): string {
  return `<dl>${entries.map(([zh, en, html]) => `<div><dt>${both(zh, en)}</dt><dd>${html}</dd></div>`).join('')}</dl>`;
}

/** The page for an address that does not exist. */
export function missingPage(): string {
  const body = `<p class="none">${both('没有这一页，或公示已经结束。', 'There is no such page, or the notice is over.')}</p>`;
  return renderPage({ title: '没有找到', titleEn: 'Not found', body });
}
