import { createHash, randomBytes } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { pageStyle } from '../../documents/pages/pageStyle.js';
import { referenceStyle } from '../openapi/referenceStyle.js';

/** Style sheets that stand within a page, by their hash. */
const ownStyles = [pageStyle, referenceStyle].map(
  (style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'` as const,
);
const nothing = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'serial', 'usb'];
const permissions = nothing.map((name) => `${name}=()`).join(', ');

/**
 * The security headers of every answer. Scripts and styles come from the portal's files, or carry the nonce made for
 * this answer, which `nonceOf` returns.
 */
export function securityHeaders({ publicUrl }: { readonly publicUrl: string }): Router {
  const router = Router();
  router.use(withNonce);
  router.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          defaultSrc: ["'self'"],
          styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`, ...ownStyles],
          // Evidence is fetched and then shown from memory.
          imgSrc: ["'self'", 'data:', 'blob:'],
          frameSrc: ["'self'", 'blob:'],
          fontSrc: ["'self'"],
          upgradeInsecureRequests: null,
        },
      },
      strictTransportSecurity: publicUrl.startsWith('https:'),
    }),
  );
  router.use((_request, response, next) => {
    response.set('Permissions-Policy', permissions);
    next();
  });
  return router;
}

/** The nonce of an answer, by which the page it holds may add styles. */
export function nonceOf(response: object): string {
  return (response as { locals: { nonce: string } }).locals.nonce;
}

const withNonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString('base64');
  next();
};
