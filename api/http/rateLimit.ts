import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256Of } from '../../config/sha256Of.js';
import { Problem } from './problem.js';

/** A limit of so many a minute, by key. @throws Problem `too_many_requests` with the seconds to wait */
export const perMinute = (points: number) => within(points, 60);

/** The same an hour. */
export const perHour = (points: number) => within(points, 3_600);

function within(points: number, duration: number): (key: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points, duration });
  return async (key) => {
    try {
      await limiter.consume(shortened(key));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const retryAfterSeconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new Problem(
        'too_many_requests',
        {
          zh: `操作过于频繁，请${retryAfterSeconds}秒后再试。`,
          en: `Too many requests; please try again in ${retryAfterSeconds} seconds.`,
        },
        { retryAfterSeconds },
      );
    }
  };
}

/** Callers choose some keys: a long one is kept by its hash. */
function shortened(key: string): string {
  return key.length <= 64 ? key : sha256Of(key).toString('base64');
}

/** A generous limit on everything that comes from one address. */
export function limitRequests(points: number): RequestHandler {
  const consume = perMinute(points);
  return async (request, _response, next) => {
    await consume(request.ip ?? 'unknown');
    next();
  };
}
