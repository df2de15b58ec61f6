import type { RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { errorWithoutContent } from '../config/errorWithoutContent.js';
import type { Caller } from './accounts/caller.js';
import type { Metrics } from './http/metrics.js';
import { routeOf } from './http/routeOf.js';

/** JSON lines on stdout. No bodies, no names: person and application ids only. */
export function createLogger(level = 'info'): Logger {
  return pino({
    level,
    base: { part: 'api' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: errorWithoutContent },
  });
}

/** One line and one measurement a request, under the route's pattern and not its address. */
export function logRequests(logger: Logger, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    response.once('finish', () => {
      const took = performance.now() - began;
      const route = routeOf(request);
      const caller = response.locals.caller as Caller | undefined;
      const { method } = request;
      const { statusCode: status } = response;
      metrics.requests.observe({ method, route, status: String(status) }, took / 1000);
      const line = { method, route, status, ms: Math.round(took * 10) / 10, person: caller?.personId };
      if (status >= 500) logger.warn(line, 'request');
      else logger.debug(line, 'request');
    });
    next();
  };
}
