import type { Payload } from '@temporalio/common';
import { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { authenticate } from '../accounts/authenticate.js';
import { callerOf, holds } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const Payloads = z.object({
  payloads: z.array(z.object({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() })).max(1000),
});

/**
 * `POST /codec/decode`: the Temporal UI shows payloads to operators. For an operator's session, or, where everything
 * runs on one machine, for the UI's own page on this machine.
 */
export function codecRoutes(deps: Deps): Router {
  const { codec, temporalUiUrl } = deps;
  const router = Router();
  const uiOrigin = temporalUiUrl === null ? null : new URL(temporalUiUrl).origin;

  router.use((request, response, next) => {
    if (uiOrigin !== null && request.get('origin') === uiOrigin) {
      response.set({
        'Access-Control-Allow-Origin': uiOrigin,
        'Access-Control-Allow-Credentials': 'true',
        'Access-Control-Allow-Methods': 'POST, OPTIONS',
        'Access-Control-Allow-Headers': 'content-type, x-namespace, authorization',
        Vary: 'Origin',
      });
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  });

  router.post('/decode', operatorsOnly(deps, uiOrigin), async (request, response) => {
    if (!codec) throw new Problem('not_found', { zh: '没有启用加密。', en: 'Encryption is not in use.' });
    const { payloads } = Payloads.parse(request.body);
    const decoded = await codec.decode(payloads.map(fromJson));
    response.json({ payloads: decoded.map(toJson) });
  });
  return router;
}

function operatorsOnly(deps: Deps, uiOrigin: string | null): RequestHandler {
  const signedIn = authenticate(deps, uiOrigin ?? undefined);
  return async (request, response, next) => {
    if (deps.trustLoopbackUi && isLoopback(request) && uiOrigin !== null && request.get('origin') === uiOrigin) {
      return next();
    }
    await signedIn(request, response, (error?: unknown) => {
      if (error) return next(error);
      // Payloads of every campaign come through here: only for who operates every campaign.
      next(
        holds(callerOf(response), 'operator')
          ? undefined
          : new Problem('not_permitted', { zh: '只有运维人员可以查看。', en: 'Only operators can see this.' }),
      );
    });
  };
}

function isLoopback(request: Request): boolean {
  const { remoteAddress } = request.socket;
  return remoteAddress === '127.0.0.1' || remoteAddress === '::1' || remoteAddress === '::ffff:127.0.0.1';
}

function fromJson({ metadata, data }: z.output<typeof Payloads>['payloads'][number]): Payload {
  return {
    metadata: Object.fromEntries(
      Object.entries(metadata ?? {}).map(([key, text]) => [key, Buffer.from(text, 'base64')]),
    ),
    ...(data === undefined ? {} : { data: Buffer.from(data, 'base64') }),
  };
}

function toJson({ metadata, data }: Payload) {
  const base64Of = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([key, bytes]) => [key, base64Of(bytes)])),
    ...(data ? { data: base64Of(data) } : {}),
  };
}
