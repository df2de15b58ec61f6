import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Request, type RequestHandler, Router } from 'express';
import sirv from 'sirv';
import type { Deps } from './deps.js';
import { nonceOf } from './http/securityHeaders.js';

/** Addresses that are never a page of the portal: what is unknown below them is a problem, not a page. */
const notPages = /^\/(api|codec|temporal|docs|openapi\.json|healthz|readyz|metrics|notices|announcements)(\/|$)/;
const aFile = /\.[a-z0-9]+$/i;

/**
 * The built portal: its parts under /assets/, named after their content, are kept by browsers for ever; every other
 * address a browser asks for is a page of it, and the page is asked for anew each time, with its nonce. Files are looked up when asked
 * for, so that a new build is there at once.
 */
export function portalRoutes({ portalDir }: Pick<Deps, 'portalDir'>): Router {
  const router = Router();
  if (portalDir === null) return router;
  const serve = sirv(portalDir, { dev: true, etag: true, gzip: true, brotli: true });

  router.get('/assets/*file', (request, response, next) => {
    response.set('Cache-Control', 'public, max-age=31536000, immutable');
    serve(request, response, () => {
      response.removeHeader('Cache-Control');
      next();
    });
  });
  // The public pages, which the portal's build does not know, find its fonts by this address.
  router.get('/fonts.css', async (_request, response, next) => {
    const fonts = (await readdir(path.join(portalDir, 'assets'))).find((file) => /^fonts-[\w-]+\.css$/.test(file));
    if (fonts === undefined) return next();
    response.set('Cache-Control', 'public, max-age=3600').redirect(302, `/assets/${fonts}`);
  });
  router.get('/{*page}', onlyPages, async (request, response) => {
    const page = await readFile(path.join(portalDir, 'index.html'), 'utf8');
    // Without an ETag: a page never comes apart from the header that allows its nonce.
    response
      .set('Cache-Control', 'no-cache')
      .type('html')
      .send(forWhom(request, page).replace('%NONCE%', nonceOf(response)));
  });
  return router;
}

/** What the sign-in page needs is named early for those who are about to see it; a browser with a session fetches other parts. */
function forWhom({ headers }: Request, page: string): string {
  const signedIn = /pingshen\.session=/.test(headers.cookie ?? '');
  return signedIn ? page.replaceAll(/<link rel="modulepreload"[^>]*>/g, '') : page;
}

const onlyPages: RequestHandler = (request, _response, next) => {
  const isPage = !notPages.test(request.path) && !aFile.test(request.path) && request.accepts('html') !== false;
  next(isPage ? undefined : 'route');
};
