import { AsyncLocalStorage } from 'node:async_hooks';
import type { RequestHandler } from 'express';
import type { Instant } from '../../rules/calendar/instant.js';

/** A request whose act is neither registered nor dropped. */
export interface RequestArrival {
  /** Campaign time at which the last byte of the request had been read. */
  readonly at: Instant;
  /** Nothing of this request will be registered at its arrival any more. Repeating it changes nothing. */
  release(): void;
}

const current = new AsyncLocalStorage<RequestArrival>();

/** The arrival of the request being handled; undefined outside requests that change something. */
export const currentArrival = (): RequestArrival | undefined => current.getStore();

/** The requests of one process that may still register an act at the instant they arrived. */
export class Arrivals {
  private readonly outstanding = new Set<RequestArrival>();
  private promised: Instant = Number.NEGATIVE_INFINITY;

  /** A clock that was set back does not go behind what `lowest` has promised. */
  begin(now: Instant): RequestArrival {
    const at = Math.max(now, this.promised);
    const arrival = { at, release: () => void this.outstanding.delete(arrival) };
    this.outstanding.add(arrival);
    return arrival;
  }

  /** The earliest instant at which this process may still register an act, asked at `now`. */
  lowest(now: Instant): Instant {
    this.promised = Math.max(this.promised, Math.min(now, ...[...this.outstanding].map(({ at }) => at)));
    return this.promised;
  }
}

/**
 * Notes when a request arrived: mounted right after the body has been read, before sessions are looked up. However long
 * the database takes afterwards, an act counts from here.
 */
export function captureArrival(arrivals: Arrivals, clock: () => Instant | Promise<Instant>): RequestHandler {
  return async ({ method }, response, next) => {
    if (method === 'GET' || method === 'HEAD') return next();
    const now = clock();
    const arrival = arrivals.begin(typeof now === 'number' ? now : await now);
    response.once('close', arrival.release);
    current.run(arrival, next);
  };
}
