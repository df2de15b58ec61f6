import { useSyncExternalStore } from 'react';

/** Whether the session has ended under an open page, and who waits for it to begin again. */
let waiting: { readonly promise: Promise<void>; readonly signedIn: () => void } | null = null;
let known = false;
const listeners = new Set<() => void>();
const notifyAll = () => {
  for (const listener of listeners) listener();
};

/** From now on an ended session is asked for in place, because there is a page that would lose something. */
export function sessionIsKnown(): void {
  known = true;
}

/** Whether anybody has been signed in on this page. */
export const wasSignedIn = () => known;

/** Asks the person to sign in again, once for all requests that wait. Resolves when they have. */
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

/** The person has signed in again: whatever waited is sent once more. */
export function resumeSession(): void {
  waiting?.signedIn();
  waiting = null;
  notifyAll();
}

/** Whether the session has ended and somebody waits for it. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => waiting !== null,
  );
}
