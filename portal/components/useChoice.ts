import { useCallback, useState } from 'react';
import type { QueueItem } from '../api/applications.js';

/** The selected applications of a queue; selections of other pages are kept. */
export interface Choice {
  readonly chosen: readonly QueueItem[];
  readonly has: (item: QueueItem) => boolean;
  readonly set: (item: QueueItem, on: boolean) => void;
  readonly setMany: (items: readonly QueueItem[], on: boolean) => void;
  readonly clear: () => void;
}

export function useChoice(): Choice {
  const [chosen, setChosen] = useState<readonly QueueItem[]>([]);
  const setMany = useCallback((items: readonly QueueItem[], on: boolean) => {
    setChosen((before) => {
      const others = before.filter(({ id }) => !items.some((item) => item.id === id));
      return on ? [...others, ...items] : others;
    });
  }, []);
  const set = useCallback((item: QueueItem, on: boolean) => setMany([item], on), [setMany]);
  return { chosen, setMany, set, has: ({ id }) => chosen.some((one) => one.id === id), clear: () => setChosen([]) };
}
