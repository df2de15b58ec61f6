import { useSyncExternalStore } from 'react';

/** Something that requests wait for until the person has done it, once for all of them. */
export interface Waiting {
  /** Asks for it; true once it is done, false when the person would rather not. */
  ask(): Promise<boolean>;
  /** Lets every request that waits go on, or fail. */
  settle(done: boolean): void;
  /** Whether a request waits. */
  useWaiting(): boolean;
}

/** Makes one; a dialog that uses `useWaiting` calls `settle`. */
export function createWaiting(): Waiting {
  let waiting: { readonly promise: Promise<boolean>; readonly resolve: (done: boolean) => void } | null = null;
  const listeners = new Set<() => void>();
  const notifyAll = () => {
    for (const listener of listeners) listener();
  };
  return {
    ask() {
      if (waiting === null) {
        let resolve = (_done: boolean) => {};
        const promise = new Promise<boolean>((settle) => {
          resolve = settle;
        });
        waiting = { promise, resolve };
        notifyAll();
      }
      return waiting.promise;
    },
    settle(done) {
      waiting?.resolve(done);
      waiting = null;
      notifyAll();
    },
    useWaiting: () =>
      useSyncExternalStore(
        (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        () => waiting !== null,
      ),
  };
}
