import { type RequestHandler, Router } from 'express';
import sirv from 'sirv';
import type { Deps } from './deps.js';

/** Addresses that are never a page of the portal: what is unknown below them is a problem, not a page. */
const notPages = /^\/(api|codec|docs|openapi\.json|healthz|readyz|metrics|notices|announcements)(\/|$)/;
const aFile = /\.[a-z0-9]+$/i;

/**
 * The built portal: its parts under /assets/, named after their content, are kept by browsers for ever; every other
 * address a browser asks for is a page of it, and the page is asked for anew each time. Files are looked up when asked
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
  router.get('/{*page}', onlyPages, (request, response, next) => {
    response.set('Cache-Control', 'no-cache');
    request.url = '/index.html';
    serve(request, response, next);
  });
  return router;
}

const onlyPages: RequestHandler = (request, _response, next) => {
  const isPage = !notPages.test(request.path) && !aFile.test(request.path) && request.accepts('html') !== false;
  next(isPage ? undefined : 'route');
};
