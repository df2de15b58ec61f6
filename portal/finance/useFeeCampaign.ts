import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../api/campaigns.js';
import { useBinding } from '../app/binding.js';

/** The campaign of the finance role: the one it is bound to, else the open one. Empty until it is known. */
export function useFeeCampaign(): string {
  const bound = useBinding()?.scope;
  const { data } = useQuery({ ...campaignsQuery, enabled: !bound });
  return bound || ((data?.find(({ state }) => state === 'open') ?? data?.[0])?.id ?? '');
}
