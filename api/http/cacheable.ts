import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** A short fingerprint of a value, for an ETag. */
export function fingerprint(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('base64url').slice(0, 20);
}

/**
 * Sends 304 and nothing else when the caller holds what this tag names; otherwise notes the tag for the answer that
 * follows. Pages that are open ask again every few seconds: what has not changed costs them no bytes. True: it is sent.
 */
export function sentNotModified(request: Request, response: Response, tag: string): boolean {
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
  if (!request.fresh) return false;
  response.status(304).end();
  return true;
}

/** Answers with a body, or with 304 when the caller holds the same one. */
export function sendCacheable(request: Request, response: Response, body: object): void {
  if (!sentNotModified(request, response, `W/"${fingerprint(body)}"`)) response.json(body);
}
