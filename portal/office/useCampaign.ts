import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { useBinding } from '../app/binding.js';

/**
 * The campaign an office page is about: the one its role is bound to, else the one the address names (`?campaign=`), else
 * the newest that is open. An empty string until it is known.
 */
export function useCampaignId(): string {
  const bound = useBinding()?.scope;
  const [parameters] = useSearchParams();
  const { data } = useQuery(campaignsQuery);
  const open = data?.find(({ state }) => state === 'open') ?? data?.[0];
  return bound ?? parameters.get('campaign') ?? open?.id ?? '';
}
