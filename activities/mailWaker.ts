import type { Log } from '../config/log.js';

/** Wakes the mail workflow for letters that were written. */
export interface MailWaker {
  /** Signals now, or once for all calls at the end of the interval; never fails and never waits. */
  wakeMailSignal(): void;
  /** Sends no more signals; resolves when the last one has been answered. */
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
    // The letters wait in the outbox: a signal that fails is repeated, and every worker sends one at its start.
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
