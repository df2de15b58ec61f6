import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../records/database.js';
import type { Poll } from './openPages.js';
import type { ReaderSession } from './readers.js';

/** One measured request of an open page. */
export interface TimedRequest {
  readonly name: string;
  readonly ms: number;
  readonly changed: boolean;
  readonly bytes: number;
}

/** Open pages that poll. */
export interface Polling {
  /** The requests since the last call. */
  take(): readonly TimedRequest[];
  /** Closes the pages. @throws Error the first one that a page met */
  close(): Promise<void>;
}

/**
 * Opens all pages, spread evenly over `opening` milliseconds, and lets each poll as the portal does: each request again
 * some time after its answer, each page at its own pace, with the ETag of the cached one.
 */
export function openAll(sessions: readonly ReaderSession[], opening: number): Polling {
  const closing = new AbortController();
  const { signal } = closing;
  // Every waiting request listens to the signal.
  setMaxListeners(0, signal);
  let timedRequests: TimedRequest[] = [];
  const request = async ({ apiClient, reader }: ReaderSession, { name, path, every }: Poll, wait: number) => {
    const pace = 0.9 + 0.2 * ((reader.number * goldenRatio) % 1);
    let tag: string | undefined;
    await rest(wait, signal);
    while (!signal.aborted) {
      const began = performance.now();
      const answer = await apiClient.revalidate(path, tag);
      timedRequests.push({ name, ms: performance.now() - began, changed: answer.changed, bytes: answer.bytes });
      tag = answer.tag;
      await rest(every * pace, signal);
    }
  };
  const pages = sessions.map(async (one, number) => {
    const wait = (opening * number) / sessions.length;
    await Promise.all(one.page.polls(one.reader).map((poll) => request(one, poll, wait)));
  });
  const all = Promise.all(pages);
  // Reported when the pages are closed; until then nobody listens.
  all.catch(() => closing.abort());
  return {
    take() {
      const taken = timedRequests;
      timedRequests = [];
      return taken;
    },
    async close() {
      closing.abort();
      await all;
    },
  };
}

/** Its multiples spread evenly, as the pages' paces do. */
const goldenRatio = 0.618;

const rest = (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal }).catch(() => undefined);

const step = {
  name: 'bench_step',
  text: `UPDATE applications SET seq = seq + 1, facts = facts || jsonb_build_object('seq', seq + 1), updated_at = now()
    WHERE id = $1`,
};

/** Changes one of these applications every second, as an act would, until stopped. */
export function keepMoving({ pool }: Database, ids: readonly string[]): () => void {
  let turn = 0;
  const timer = setInterval(() => {
    const id = ids[(turn++ * 11) % ids.length];
    // An update refused during the shutdown does not matter.
    pool.query({ ...step, values: [id] }).catch(() => undefined);
  }, 1_000);
  return () => clearInterval(timer);
}
