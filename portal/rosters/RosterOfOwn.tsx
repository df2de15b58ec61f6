import { useQuery } from '@tanstack/react-query';
import { campaignsQuery } from '../api/campaigns.js';
import { RosterLinks } from './RosterLinks.js';

/** The rosters of the newest campaign, for a unit or a department. */
export function RosterOfOwn({ reader }: { readonly reader: 'unit' | 'department' }) {
  const newest = useQuery(campaignsQuery).data?.[0];
  return newest === undefined ? null : <RosterLinks campaignId={newest.id} reader={reader} />;
}
