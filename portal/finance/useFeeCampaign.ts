import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../api/campaigns.js';
import { useBinding } from '../app/binding.js';

/** The campaign finance works for: the one its role is bound to, else the one that is open. Empty until it is known. */
export function useFeeCampaign(): string {
  const bound = useBinding()?.scope;
  const { data } = useQuery({ ...campaignsQuery, enabled: !bound });
  return bound || ((data?.find(({ state }) => state === 'open') ?? data?.[0])?.id ?? '');
}
