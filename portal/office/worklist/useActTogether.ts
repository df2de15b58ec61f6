import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendAct } from '../../api/act.js';
import { type Action, type Application, applicationQuery, type QueueItem } from '../../api/applications.js';

/** One application's own answer; `error` is null where the act is registered. */
export interface Outcome {
  readonly item: QueueItem;
  readonly error: unknown;
}

/** Sends one act for several applications, one after the other; each is a separate act and may be refused. */
export function useActTogether(event: Action['event']) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);

  async function send(
    chosen: readonly QueueItem[],
    bodyOf: (application: Application, place: number) => object | Promise<object>,
  ) {
    setBusy(true);
    const all: Outcome[] = [];
    for (const [place, item] of chosen.entries()) {
      let error: unknown = null;
      try {
        const application = await client.fetchQuery(applicationQuery(item.id));
        // One that has moved on has no such act any more: the API says so.
        const as = application.actions.find((action) => action.event === event)?.as ?? null;
        const body = await bodyOf(application, place);
        await sendAct({ id: item.id, event, as, seq: application.seq, key: crypto.randomUUID(), body });
      } catch (thrown) {
        error = thrown;
      }
      all.push({ item, error });
      setOutcomes([...all]);
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: ['queue'] });
    void client.invalidateQueries({ queryKey: ['application'] });
  }
  return { busy, outcomes, send, forget: () => setOutcomes([]) };
}
