import type { Request } from 'express';
import { Problem } from '../http/problem.js';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site's page sends with the visitor's cookie. Browsers name the page's origin on every
 * such request; programs send neither header and carry no cookie they did not mean to.
 *
 * @throws Problem `origin_refused`
 */
export function refuseForeignOrigin(request: Request): void {
  if (safe.has(request.method)) return;
  const origin = request.get('origin');
  const site = request.get('sec-fetch-site');
  const foreign =
    origin === undefined ? site !== undefined && site !== 'same-origin' && site !== 'none' : !isOwn(origin, request);
  if (foreign)
    throw new Problem('origin_refused', {
      zh: '请求来自其他网站，已拒绝。请从本系统页面操作。',
      en: 'The request came from another site and was refused. Please use the pages of this system.',
    });
}

function isOwn(origin: string, request: Request): boolean {
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}
