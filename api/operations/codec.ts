import type { Payload } from '@temporalio/common';
import { Router } from 'express';
import { z } from 'zod';
import { authenticate } from '../accounts/authenticate.js';
import type { Deps } from '../deps.js';
import { Problem } from '../http/problem.js';
import { operatorsOnly } from './operatorsOnly.js';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/);
const Payloads = z.object({
  payloads: z.array(z.object({ metadata: z.record(z.string(), base64).optional(), data: base64.optional() })).max(1000),
});

/** `POST /codec/decode`: the pages of the Temporal UI under /temporal/ show payloads, for an operator's session. */
export function codecRoutes(deps: Deps): Router {
  const { codec } = deps;
  const router = Router();
  router.post('/decode', authenticate(deps), operatorsOnly, async (request, response) => {
    if (!codec) throw new Problem('not_found', { zh: '没有启用加密。', en: 'Encryption is not in use.' });
    const { payloads } = Payloads.parse(request.body);
    const decoded = await codec.decode(payloads.map(fromJson));
    response.json({ payloads: decoded.map(toJson) });
  });
  return router;
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
