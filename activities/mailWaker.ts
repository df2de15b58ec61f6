import type { Log } from './log.js';

/** Tells the mail workflow that there is something to send. */
export interface MailWaker {
  /** At once, or with the others at the end of the second; never fails and never waits. */
  wakeMailSignal(): void;
  /** No more signals; resolves when the last one has been answered. */
  close(): Promise<void>;
}

/** At most one signal in `every` ms from this process, however many letters are written. */
export function createMailWaker(signal: () => Promise<unknown>, log: Log, every = 1000): MailWaker {
  let timer: NodeJS.Timeout | undefined;
  let pending = false;
  let last: Promise<void> = Promise.resolve();
  const send = () => {
    pending = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (pending) send();
    }, every);
    timer.unref();
    // The letters wait in the outbox: a signal that is lost is repeated, and a worker's start nudges too.
    last = signal().then(
      () => undefined,
      (error: unknown) => {
        pending = true;
        log.warn({ error: (error as Error).name }, 'mail workflow not reached');
      },
    );
  };
  return {
    wakeMailSignal: () => {
      if (timer) pending = true;
      else send();
    },
    async close() {
      clearTimeout(timer);
      await last;
    },
  };
}
