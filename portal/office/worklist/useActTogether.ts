import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sendAct } from '../../api/act.js';
import { type Action, type Application, applicationQuery, type QueueItem } from '../../api/applications.js';

/** One application's own answer; without refusal and error the act is registered. */
export interface Outcome {
  readonly item: QueueItem;
  /** why the act was not sent: the law does not allow it now */
  readonly refusal: Action['refusal'];
  readonly error: unknown;
}

export const failed = ({ refusal, error }: Outcome): boolean => refusal !== null || error !== null;

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
      let refusal: Action['refusal'] = null;
      try {
        const application = await client.fetchQuery({ ...applicationQuery(item.id), staleTime: 0 });
        // One that has moved on has no such act any more: the API says so.
        const action = application.actions.find((one) => one.event === event);
        refusal = action?.refusal ?? null;
        if (refusal === null) {
          const { seq } = application;
          const body = await bodyOf(application, place);
          await sendAct({ id: item.id, event, as: action?.as ?? null, seq, key: crypto.randomUUID(), body });
        }
      } catch (thrown) {
        error = thrown;
      }
      all.push({ item, refusal, error });
      setOutcomes([...all]);
    }
    setBusy(false);
    void client.invalidateQueries({ queryKey: ['queue'] });
    void client.invalidateQueries({ queryKey: ['application'] });
  }
  return { busy, outcomes, send, forget: () => setOutcomes([]) };
}
