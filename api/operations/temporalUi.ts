import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { createProxyServer } from 'http-proxy-3';
import { authenticate } from '../accounts/authenticate.js';
import type { Deps } from '../deps.js';
import { sendProblem } from '../http/errorHandler.js';
import { Problem } from '../http/problem.js';
import { operatorsOnly } from './operatorsOnly.js';
import { temporalUiPath } from './temporalUiPath.js';

/** Queries of a workflow read and are sent as POST; whatever else is no GET would change something. */
const query = /^\/temporal\/api\/v1\/namespaces\/[^/]+\/workflows\/[^/]+\/query\/\w+$/;
const inlineScript = /<script>([\s\S]*?)<\/script>/g;

/**
 * The Temporal UI under /temporal/, for signed-in operators. It reads only: what moves an application is an act. The
 * portal's session stays here, and payloads are decoded by `/codec`, which asks for the same session.
 */
export function temporalUiRoutes(deps: Deps): Router {
  const { temporalUiUrl } = deps;
  const router = Router();
  if (temporalUiUrl === null) return router;
  const proxy = createProxyServer({ target: temporalUiUrl, changeOrigin: true, proxyTimeout: 30_000 });

  router.use(temporalUiPath, toSignIn(authenticate(deps)), operatorsOnly, onlyReading);
  router.get(`${temporalUiPath}/api/v1/settings`, async (_request, response) => {
    const settings = (await (await ask(temporalUiUrl, `${temporalUiPath}/api/v1/settings`)).json()) as object;
    response.json({ ...settings, ...readOnly });
  });
  router.get([temporalUiPath, `${temporalUiPath}/{*page}`], onlyPages, async (request, response) => {
    const answer = await ask(temporalUiUrl, request.originalUrl);
    const html = await answer.text();
    response
      .status(answer.status)
      .set({ 'Content-Security-Policy': policyOf(html), 'Cache-Control': 'private, no-store' })
      .append('Set-Cookie', answer.headers.getSetCookie())
      .type('html')
      .send(html);
  });
  router.use(temporalUiPath, (request, response) => {
    request.url = request.originalUrl;
    request.headers.cookie = csrfOnly(request.headers.cookie);
    delete request.headers.authorization;
    proxy.web(request, response, {}, () => unreachable(response));
  });
  return router;
}

const nothingThere = { zh: '没有这个地址。', en: 'There is nothing at this address.' };
const readOnly = {
  DisableWriteActions: true,
  Codec: { Endpoint: '/codec', PassAccessToken: false, IncludeCredentials: true },
};

/** A browser that opens a page of the UI without a session is led to where it can sign in. */
function toSignIn(signedIn: RequestHandler): RequestHandler {
  return async (request, response, next) => {
    try {
      await signedIn(request, response, next);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'not_signed_in' || !isPage(request)) throw error;
      response.redirect(303, '/sign-in');
    }
  };
}

const onlyReading: RequestHandler = ({ method, originalUrl }, _response, next) => {
  // A request line may name another host, or the path in capitals: the UI is asked for neither.
  if (!originalUrl.startsWith(temporalUiPath)) return next(new Problem('not_found', nothingThere));
  const [path = ''] = originalUrl.split('?');
  if (!['GET', 'HEAD'].includes(method) && !(method === 'POST' && query.test(path)))
    throw new Problem('not_permitted', {
      zh: '流程界面只供查看；请在本系统的运维页面办理。',
      en: 'The Temporal UI is for reading only; please use the operations page of the portal.',
    });
  next();
};

const onlyPages: RequestHandler = (request, _response, next) => next(isPage(request) ? undefined : 'route');

function isPage({ method, headers }: Request): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html');
}

/** The UI's pages run their own files and the one script that starts them; they write styles into the page. */
function policyOf(html: string): string {
  const scripts = [...html.matchAll(inlineScript)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  );
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts.join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join(';');
}

async function ask(temporalUiUrl: string, path: string): Promise<globalThis.Response> {
  const url = new URL(path, temporalUiUrl);
  return await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(30_000) }).catch(() => {
    throw away();
  });
}

function unreachable(response: Response): void {
  if (response.headersSent) response.destroy();
  else sendProblem(response, away());
}

const away = () =>
  new Problem('engine_unreachable', {
    zh: '流程界面暂时没有应答，请稍后再试。',
    en: 'The Temporal UI does not answer at the moment; please try again shortly.',
  });

/** The UI's own cookie against forged requests, and none of ours. */
function csrfOnly(cookie: string | undefined): string {
  return /(?:^|;\s*)(_csrf=[^;]*)/.exec(cookie ?? '')?.[1] ?? '';
}
