import type { Request, Response } from 'express';

/** The rest of a refused body is read and dropped up to here, so that its sender reads the answer. */
const mostDropped = 32 * 1024 * 1024;

/**
 * Prepares the answer to a request whose body was not read to its end. What is left is dropped, so that the connection
 * serves the next request; when it is much, or its length unknown, the connection closes after the answer.
 */
export function dropUnread(request: Request, response: Response): void {
  if (request.complete) return;
  const announced = Number(request.get('content-length') ?? Number.POSITIVE_INFINITY);
  if (announced > mostDropped) response.set('Connection', 'close');
  request.resume();
}
