import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { campaignsQuery } from '../api/campaigns.js';
import { useBinding } from '../app/binding.js';

/**
 * The campaign of an office page: the one the role is bound to, else the one in the address (`?campaign=`), else the
 * newest open one. An empty string until it is known.
 */
export function useCampaignId(): string {
  const bound = useBinding()?.scope;
  const [parameters] = useSearchParams();
  const { data } = useQuery(campaignsQuery);
  const open = data?.find(({ state }) => state === 'open') ?? data?.[0];
  return bound ?? parameters.get('campaign') ?? open?.id ?? '';
}
