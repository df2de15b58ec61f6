import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isJudged, type Receipt, sendAct } from '../../api/act.js';
import { type Action, type Application, applicationQuery } from '../../api/applications.js';

/**
 * Sends one act of an application. One Idempotency-Key per intention, kept over retries; after a refusal the next try
 * is a new intention on the application's current state. Returns null when it was refused or no answer came; `error`
 * says why.
 */
export function useSendAct(application: Application, action: Action) {
  const client = useQueryClient();
  const [intention, setIntention] = useState({ key: crypto.randomUUID(), seq: application.seq });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function send(body: unknown): Promise<Receipt | null> {
    setBusy(true);
    setError(null);
    try {
      return await sendAct({ id: application.id, event: action.event, as: action.as, ...intention, body });
    } catch (thrown) {
      setError(thrown);
      if (isJudged(thrown)) {
        await client.invalidateQueries(applicationQuery(application.id));
        const latest = client.getQueryData(applicationQuery(application.id).queryKey);
        setIntention({ key: crypto.randomUUID(), seq: latest?.seq ?? application.seq });
      }
      return null;
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ['application', application.id] });
      void client.invalidateQueries({ queryKey: ['queue'] });
      void client.invalidateQueries({ queryKey: ['counts'] });
    }
  }
  return { send, error, busy };
}
