import { useQuery } from '@tanstack/react-query';
import { Draws } from '../committee/Draws.js';
import { Members } from '../committee/Members.js';
import { committeesQuery } from '../committee/queries.js';
import { RecusalPanels } from '../committee/RecusalPanels.js';
import '../committee/committee.css';
import { Page } from '../components/Page.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { useCampaignId } from '../office/useCampaign.js';

/** `/supervisor/committee`: the draw, the members and the recusals, read only. */
export function SupervisorCommitteePage() {
  const t = useLabels(committee);
  const campaignId = useCampaignId();
  const query = useQuery(committeesQuery(campaignId));
  return (
    <Page title={t('supervised')} lead={t('committeeLead')} query={query}>
      <div className="stack">
        <Draws campaignId={campaignId} readOnly />
        {query.data?.map((one) => (
          <Members key={one.code} campaignId={campaignId} committee={one} choosing={false} />
        ))}
        <RecusalPanels campaignId={campaignId} as="supervisor" />
      </div>
    </Page>
  );
}
