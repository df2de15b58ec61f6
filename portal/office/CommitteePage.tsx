import { useQuery } from '@tanstack/react-query';
import { Members } from '../committee/Members.js';
import { committeesQuery } from '../committee/queries.js';
import { RecusalPanels } from '../committee/RecusalPanels.js';
import '../committee/committee.css';
import { Page } from '../components/Page.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/committee`: members and their answers, the chair, recusals and conflicts. */
export function CommitteePage() {
  const t = useLabels(committee);
  const campaignId = useCampaignId();
  const query = useQuery(committeesQuery(campaignId));
  return (
    <Page title={t('committee')} lead={t('committeeLead')} query={query} actions={<CampaignChoice id={campaignId} />}>
      <div className="stack">
        {query.data?.map((one) => (
          <Members key={one.code} campaignId={campaignId} committee={one} choosing />
        ))}
        <RecusalPanels campaignId={campaignId} as="office" />
      </div>
    </Page>
  );
}
