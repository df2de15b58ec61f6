import { useSyncExternalStore } from 'react';

/** Requests waiting for a new session, or null while the session is valid. */
let waiting: { readonly promise: Promise<void>; readonly signedIn: () => void } | null = null;
let known = false;
const listeners = new Set<() => void>();
const notifyAll = () => {
  for (const listener of listeners) listener();
};

/** From now on an ended session is renewed in place, because an open page could lose what was typed. */
export function sessionIsKnown(): void {
  known = true;
}

/** Whether anybody has been signed in on this page. */
export const wasSignedIn = () => known;

/** Asks the person to sign in again, once for all waiting requests. Resolves when they have. */
export function signedInAgain(): Promise<void> {
  if (waiting === null) {
    let signedIn = () => {};
    const promise = new Promise<void>((resolve) => {
      signedIn = resolve;
    });
    waiting = { promise, signedIn };
    notifyAll();
  }
  return waiting.promise;
}

/** The person has signed in again: waiting requests are sent again. */
export function resumeSession(): void {
  waiting?.signedIn();
  waiting = null;
  notifyAll();
}

/** Whether the session has ended and a request waits for a new one. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
}
