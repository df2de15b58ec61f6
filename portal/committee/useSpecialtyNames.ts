import { useQuery } from '@tanstack/react-query';
import { campaignQuery } from '../api/campaigns.js';

/** Returns a function from a specialty's code to its name. */
export function useSpecialtyNames(campaignId: string): (code: string) => string {
  const { data } = useQuery(campaignQuery(campaignId));
  return (code) => data?.specialties.find((one) => one.code === code)?.name ?? code;
}
