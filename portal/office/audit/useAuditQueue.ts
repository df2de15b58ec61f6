import { useQuery } from '@tanstack/react-query';
import { queueQuery } from '../../api/queue.js';
import { useCampaignId } from '../useCampaign.js';
import { useStatusesTaking } from '../useStatusesTaking.js';
import { waitingQuery } from './auditQueries.js';

/** Applications waiting for the audit, earliest due first, and their total number. */
export function useAuditQueue(id: string | undefined) {
  const campaign = useCampaignId();
  const statuses = useStatusesTaking('defects') ?? [];
  const ready = campaign !== '' && statuses.length > 0;
  const queue = useQuery({
    ...queueQuery({ campaign, status: statuses.join(','), limit: 200 }),
    enabled: ready,
  });
  const { data: left } = useQuery(waitingQuery(campaign, statuses));
  const items = queue.data?.items ?? [];
  const at = items.findIndex((item) => item.id === id);
  const others = items.filter((item) => item.id !== id);
  return {
    campaign,
    statuses,
    queue,
    items,
    at,
    left: left ?? items.length,
    previous: at > 0 ? items[at - 1] : undefined,
    /** the next application; after the last one, or after an act, the first that still waits */
    next: at >= 0 && at < items.length - 1 ? items[at + 1] : others[0],
  };
}
