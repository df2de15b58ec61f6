import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import { lawBody } from './lawBody.js';

/** `GET /api/law`: the law as data, for everybody. It changes only with the code, so a browser that has it is told so. */
export function lawRoute(): RequestHandler {
  const text = JSON.stringify(lawBody());
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  return (request, response) => {
    response.set({ ETag: etag, 'Cache-Control': 'public, max-age=60' });
    if (request.fresh) response.status(304).end();
    else response.type('json').send(text);
  };
}
