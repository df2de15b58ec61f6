import type { RequestHandler } from 'express';
import { escapeHtml } from '../documents/escapeHtml.js';
import type { Deps } from './deps.js';

/** `/`, until the portal is there: what this is, and where to go on. */
export function home({ temporalUiUrl }: Pick<Deps, 'temporalUiUrl'>): RequestHandler {
  const links = [
    ['/docs', '接口说明 · API reference'],
    ['/openapi.json', 'OpenAPI 3.1'],
    ['/api/notices', '公示 · Public notices'],
    ...(temporalUiUrl === null ? [] : [[temporalUiUrl, '流程界面 · Temporal UI']]),
  ];
  const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>职称评审</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}</style></head>
<body><h1>职称评审 · pingshen</h1>
<p>从填报到取得资格，逐级审核、期限、公示由系统办理。</p>
<p lang="en">Carries applications for professional titles from draft to conferral.</p>
<ul>${links.map(([href = '', words = '']) => `<li><a href="${escapeHtml(href)}">${escapeHtml(words)}</a></li>`).join('')}</ul>
</body></html>`;
  return (_request, response) => {
    response.type('html').send(page);
  };
}
