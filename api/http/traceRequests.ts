import type { RequestHandler } from 'express';
import type { Tracing } from '../../config/tracing/tracing.js';
import { routeOf } from './routeOf.js';

/** A span a request, under the route's pattern and not its address. */
export function traceRequests(tracing: Pick<Tracing, 'request'>): RequestHandler {
  return (request, response, next) => {
    const { method } = request;
    tracing.request(method, (answered) => {
      response.once('close', () => answered({ method, route: routeOf(request), status: response.statusCode }));
      next();
    });
  };
}
