import { useQuery } from '@tanstack/react-query';
import { campaignQuery } from '../api/campaigns.js';

/** Says the specialties of a campaign by their names. */
export function useSpecialtyNames(campaignId: string): (code: string) => string {
  const { data } = useQuery(campaignQuery(campaignId));
  return (code) => data?.specialties.find((one) => one.code === code)?.name ?? code;
}
