import { useQuery } from '@tanstack/react-query';
import type { Application } from '../api/applications.js';
import { campaignsQuery } from '../api/campaigns.js';
import { PositionsPanel } from './PositionsPanel.js';

/** The unit's positions of the applicant's level, beside the recommendation that takes one. */
export function VacancyPanel({ application }: { readonly application: Application }) {
  const recommends = application.actions.some(({ takes }) => takes === 'attachments');
  const { data = [] } = useQuery(campaignsQuery);
  const asked = data.some(({ id, positions }) => id === application.campaignId && positions);
  return recommends && asked ? (
    <PositionsPanel campaignId={application.campaignId} level={application.profile.level} />
  ) : null;
}
