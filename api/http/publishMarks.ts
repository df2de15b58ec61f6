import { setTimeout as sleep } from 'node:timers/promises';
import { publishArrivalMark, withdrawArrivalMark } from '../../records/application/arrivalMarks.js';
import type { Deps } from '../deps.js';

/** In ms. Deadlines are recorded a little more than this after their instant. */
const everyMs = 250;

/**
 * Publishes four times a second how far this process has registered what arrived, so that no deadline is recorded before
 * an act that arrived in time. `process`: the address it listens at, with its host.
 *
 * @param counted is told how many API processes there are
 * @returns what ends it, when no request is under way any more
 */
export function publishMarks(
  { db, clock, arrivals, logger }: Deps,
  process: string,
  counted: (processes: number) => void,
): () => Promise<void> {
  const ending = new AbortController();
  const publishing = (async () => {
    while (!ending.signal.aborted) {
      const mark = arrivals.lowest(await clock());
      await publishArrivalMark(db, { process, mark }).then(counted, (error: Error) =>
        logger.warn({ error: error.name }, 'the mark of arrivals could not be published'),
      );
      await sleep(everyMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    ending.abort();
    await publishing;
    await withdrawArrivalMark(db, process).catch(() => undefined);
  };
}
