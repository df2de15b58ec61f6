import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { isJudged } from '../../api/act.js';
import { fetchInSession } from '../../api/client.js';
import { ApiProblem, ConnectionLost, isProblem } from '../../api/problem.js';

interface Sent {
  readonly event: string;
  readonly seq: number;
  readonly body: object;
}

/** Sends an act on a campaign; retries without an answer keep one key, so that nothing happens twice. */
export function useCampaignAct(campaignId: string) {
  const client = useQueryClient();
  const key = useRef(crypto.randomUUID());
  return useMutation({
    mutationFn: (sent: Sent) => send(campaignId, key.current, sent),
    onError: (error) => {
      if (isJudged(error)) key.current = crypto.randomUUID();
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  });
}

async function send(campaignId: string, key: string, { event, seq, body }: Sent): Promise<void> {
  const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': key, 'If-Match': `"${seq}"` };
  const url = `/api/campaigns/${encodeURIComponent(campaignId)}/actions/${event}`;
  const response = await fetchInSession(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
  if (response.ok) return;
  const description: unknown = await response.json().catch(() => null);
  throw isProblem(description) ? new ApiProblem(description) : new ConnectionLost(response.status);
}
