import type { Log } from './log.js';

/** Tells the mail workflow that there is something to send. */
export interface MailNudge {
  /** At once, or with the others at the end of the second; never fails and never waits. */
  nudge(): void;
  /** No more signals; resolves when the last one has been answered. */
  close(): Promise<void>;
}

/** At most one signal in `every` ms from this process, however many letters are written. */
export function createMailNudge(signal: () => Promise<unknown>, log: Log, every = 1000): MailNudge {
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;
  let last: Promise<void> = Promise.resolve();
  const send = () => {
    wanted = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (wanted) send();
    }, every);
    timer.unref();
    // The letters wait in the outbox: a signal that is lost is repeated, and a worker's start nudges too.
    last = signal().then(
      () => undefined,
      (error: unknown) => {
        wanted = true;
        log.warn({ error: (error as Error).name }, 'mail workflow not reached');
      },
    );
  };
  return {
    nudge: () => {
      if (timer) wanted = true;
      else send();
    },
    async close() {
      clearTimeout(timer);
      await last;
    },
  };
}
