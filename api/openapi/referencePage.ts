import { escapeHtml } from '../../documents/escapeHtml.js';
import { statusOf } from '../http/problem.js';
import type { Route } from '../http/route.js';
import { routes } from '../routes.js';
import { openapiDocument } from './document.js';
import { referenceStyle } from './referenceStyle.js';

type Spec = ReturnType<typeof openapiDocument>;

/** The API reference as one page: everything in it, so that it reads the same without a network. */
export function referencePage(): string {
  const spec = openapiDocument();
  const tags = [...new Set(routes.map(({ tag }) => tag))];
  const inTag = (tag: string) => routes.filter((route) => route.tag === tag);
  const contents = tags.map((tag) => `<strong>${tag}</strong>${inTag(tag).map(link).join('')}`).join('');
  const sections = tags
    .map(
      (tag) =>
        `<h2>${tag}</h2>${inTag(tag)
          .map((one) => section(spec, one))
          .join('')}`,
    )
    .join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口说明 · pingshen</title><style>${referenceStyle}</style></head><body>
<nav>${contents}<strong><a href="#problems">错误代码</a></strong><a href="#schemas">数据结构</a></nav>
<main><h1>接口说明</h1><p>${escapeHtml(spec.info.description ?? '')}机器可读：<a href="/openapi.json">openapi.json</a>。</p>
${sections}${problems()}${schemas(spec)}</main></body></html>`;
}

function anchor({ method, path }: Route): string {
  return `${method}-${path.replace(/\W+/g, '-')}`;
}

function link(route: Route): string {
  return `<a href="#${anchor(route)}">${escapeHtml(route.summary)}</a>`;
}

function section(spec: Spec, route: Route): string {
  const { method, path, summary, roles } = route;
  const { parameters, requestBody, responses } = spec.paths?.[path]?.[method] ?? {};
  const parts: readonly (readonly [string, unknown])[] = [
    ['参数', parameters],
    ['请求', requestBody],
    ['答复', responses],
  ];
  return `<details id="${anchor(route)}"><summary><span class="verb">${method.toUpperCase()}</span>
<code>${escapeHtml(path)}</code> ${escapeHtml(summary)}${roles === 'public' ? '（无需登录）' : ''}</summary>
${parts.map(([title, part]) => (part ? `<h4>${title}</h4>${listing(part)}` : '')).join('')}</details>`;
}

/** JSON with its references to schemas made into links. */
function listing(part: unknown): string {
  const text = escapeHtml(JSON.stringify(part, null, 2));
  return `<pre>${text.replace(/#\/components\/schemas\/(\w+)/g, '<a href="#schema-$1">$1</a>')}</pre>`;
}

function problems(): string {
  const rows = Object.entries(statusOf).map(
    ([code, status]) => `<tr id="problem-${code}"><td><code>${code}</code></td><td>${status}</td></tr>`,
  );
  return `<h2 id="problems">错误代码</h2><p>错误以 <code>application/problem+json</code> 答复；<code>code</code> 不变。</p>
<table>${rows.join('')}</table>`;
}

function schemas(spec: Spec): string {
  const all = Object.entries(spec.components?.schemas ?? {});
  const shown = all.map(([name, schema]) => `<h3 id="schema-${name}">${name}</h3>${listing(schema)}`);
  return `<h2 id="schemas">数据结构</h2>${shown.join('')}`;
}
