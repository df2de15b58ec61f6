import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 1000px)');

/** Whether the screen is wide enough for a table beside the menu; otherwise rows become cards. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}
