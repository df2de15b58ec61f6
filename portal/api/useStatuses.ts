import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from './campaigns.js';
import { type StatusOfLaw, useLaw } from './law.js';

interface NamedStatus extends StatusOfLaw {
  /** Whether some of the campaigns have it. */
  readonly planned: boolean;
}

/**
 * The statuses of the law, each by the name that is true for all candidates of the campaigns (or of this one): as the
 * campaigns call it where they agree, else the law's.
 */
export function useStatuses(campaignId?: string): readonly NamedStatus[] {
  const law = useLaw();
  const all = useQuery(campaignsQuery).data ?? [];
  const campaigns = campaignId === undefined ? all : all.filter(({ id }) => id === campaignId);
  return (law?.statuses ?? []).map((status) => {
    const own = campaigns.flatMap((one) => one.statuses.filter(({ name }) => name === status.name));
    const [first, ...others] = own;
    const planned = first !== undefined || campaigns.length === 0;
    if (first === undefined || others.some(({ zh }) => zh !== first.zh)) return { ...status, planned };
    return { ...status, planned, zh: first.zh, en: first.en };
  });
}
