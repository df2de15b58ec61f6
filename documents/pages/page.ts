import { escapeHtml } from '../escapeHtml.js';

/** One page for everybody, readable without a script, in print and in the dark. */
export interface Page {
  readonly title: string;
  readonly titleEn: string;
  /** HTML, escaped by whoever wrote it. */
  readonly body: string;
}

const style = `:root{color-scheme:light dark;--ink:#1f2328;--soft:#57606a;--line:#d0d7de;--paper:#fff;--link:#0550ae}
@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--line:#3d444d;--paper:#0d1117;--link:#79b8ff}}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.7 system-ui,"Noto Sans SC",sans-serif}
header,main,footer{max-width:56rem;margin:0 auto;padding:1rem}header{border-bottom:1px solid var(--line)}
nav a{margin-right:1.5rem}a{color:var(--link)}h1{font-size:1.5rem;line-height:1.4;margin:.5rem 0}h2{font-size:1.15rem;margin-top:2rem}
[lang=en]{color:var(--soft);font-size:.9em}table{border-collapse:collapse;width:100%}caption{text-align:left;padding:.5rem 0}
th,td{border-bottom:1px solid var(--line);padding:.5rem .75rem .5rem 0;text-align:left;vertical-align:top;overflow-wrap:anywhere}
dt{font-weight:600;margin-top:.75rem}dd{margin:0}footer{border-top:1px solid var(--line);margin-top:2rem;color:var(--soft)}
a.skip{position:absolute;left:-99rem}a.skip:focus{position:static}
@media(max-width:36rem){table.wide,table.wide tbody,table.wide tr,table.wide td{display:block}table.wide thead{display:none}
table.wide td{border:0;padding:.1rem 0}table.wide tr{border-bottom:1px solid var(--line);padding:.6rem 0}}
@media print{nav,a.skip,.pages{display:none}body{background:#fff;color:#000}a{color:inherit;text-decoration:none}}`;

/** A page with what all of them have: the way back to the portal, and to the other public pages. */
export function renderPage({ title, titleEn, body }: Page): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(title)} · ${escapeHtml(titleEn)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><a class="skip" href="#main">跳到正文 · Skip to content</a>
<header><nav aria-label="主导航"><a href="/">职称评审系统 <span lang="en">Portal</span></a><a href="/notices">公示 <span lang="en">Notices</span></a><a href="/announcements">通知 <span lang="en">Announcements</span></a></nav></header>
<main id="main"><h1>${escapeHtml(title)}<br><span lang="en">${escapeHtml(titleEn)}</span></h1>
${body}
</main><footer>时间均为北京时间。 <span lang="en">All times are Beijing time.</span></footer></body></html>
`;
}

/** Words in Chinese with the English beside them. */
export function both(zh: string, en: string): string {
  return `${escapeHtml(zh)} <span lang="en">${escapeHtml(en)}</span>`;
}

/** A list of terms; what stands beside each is HTML. */
export function terms(entries: readonly (readonly [zh: string, en: string, html: string])[]): string {
  return `<dl>${entries.map(([zh, en, html]) => `<dt>${both(zh, en)}</dt><dd>${html}</dd>`).join('')}</dl>`;
}

/** What is told when there is nothing at an address. */
export function missingPage(): string {
  const body = `<p>${both('没有这一页，或公示已经结束。', 'There is no such page, or the notice is over.')}</p>`;
  return renderPage({ title: '没有找到', titleEn: 'Not found', body });
}
