import type { RequestHandler } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256Of } from '../../config/sha256Of.js';
import { Problem } from './problem.js';

/** This process's part of what all API processes together allow: each counts what reaches it. */
export interface ProcessShare {
  /** How much of a limit of the installation is this process's, at least 1. */
  of(limit: number): number;
}

/** The whole of every limit, where there is one process. */
export const wholeShare: ProcessShare = { of: (limit) => limit };

/** A share among so many processes as were last counted. A proxy in front of them gives each the same part. */
export class CountedShare implements ProcessShare {
  #processes = 1;

  /** Takes note of how many API processes run. */
  count(processes: number): void {
    this.#processes = Math.max(1, processes);
  }

  of(limit: number): number {
    return Math.max(1, Math.ceil(limit / this.#processes));
  }
}

/**
 * A limit of so many a minute in all processes together, by key, of which this one has its share.
 *
 * @throws Problem `too_many_requests` with the seconds to wait
 */
export const perMinute = (points: number, share?: ProcessShare) => within({ points, duration: 60, share });

/** The same an hour. */
export const perHour = (points: number, share?: ProcessShare) => within({ points, duration: 3_600, share });

function within({
  points,
  duration,
  share = wholeShare,
}: {
  readonly points: number;
  readonly duration: number;
  readonly share: ProcessShare | undefined;
}): (key: string) => Promise<void> {
  const limiter = new RateLimiterMemory({ points, duration });
  return async (key) => {
    limiter.points = share.of(points);
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
export function limitRequests(points: number, share?: ProcessShare): RequestHandler {
  const consume = perMinute(points, share);
  return async (request, _response, next) => {
    await consume(request.ip ?? 'unknown');
    next();
  };
}
