import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(min-width: 1000px)');

/** Whether there is room for a table beside the menu; otherwise its rows are cards. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}
