import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { sendActsTogether } from '../../api/act.js';
import type { Action, QueueItem } from '../../api/applications.js';
import { ApiProblem } from '../../api/problem.js';

/** One application's own answer; without an error the act is registered. */
export interface Outcome {
  readonly item: QueueItem;
  readonly error: ApiProblem | null;
}

export const failed = ({ error }: Outcome): boolean => error !== null;

/** Sends one act for several applications in one request; each is a separate act and may be refused. */
export function useActTogether(event: Action['event']) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [error, setError] = useState<unknown>(null);
  // The same until an answer has come: what is sent again after a lost connection is not done twice.
  const keys = useRef(new Map<string, string>());
  const keyOf = ({ id }: QueueItem): string => {
    const key = keys.current.get(id) ?? crypto.randomUUID();
    keys.current.set(id, key);
    return key;
  };

  async function send(
    chosen: readonly QueueItem[],
    bodyOf: (item: QueueItem, place: number) => object | Promise<object>,
  ): Promise<void> {
    setBusy(true);
    setError(null);
    try {
      const acts = await Promise.all(
        chosen.map(async (item, place) => {
          const body = await bodyOf(item, place);
          // The law answers for each as it stands now: the list may be older.
          return { application: item.id, seq: null, key: keyOf(item), body };
        }),
      );
      const results = await sendActsTogether(event, acts);
      keys.current.clear();
      setOutcomes(
        chosen.map((item, place) => {
          const problem = results[place]?.problem ?? null;
          return { item, error: problem && new ApiProblem(problem) };
        }),
      );
    } catch (thrown) {
      setError(thrown);
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: ['queue'] });
    void client.invalidateQueries({ queryKey: ['application'] });
  }

  function forget() {
    keys.current.clear();
    setOutcomes([]);
    setError(null);
  }
  return { busy, outcomes, error, send, forget };
}
