import { useQuery } from '@tanstack/react-query';
import { Draws } from '../committee/Draws.js';
import { drawsQuery } from '../committee/queries.js';
import '../committee/committee.css';
import { Page } from '../components/Page.js';
import { committee } from '../labels/committee.js';
import { useLabels } from '../labels/labelArea.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/draw`: the draw of each committee, step by step and verifiable by everybody. */
export function DrawPage() {
  const t = useLabels(committee);
  const campaignId = useCampaignId();
  const query = useQuery(drawsQuery(campaignId));
  return (
    <Page title={t('draw')} lead={t('drawLead')} query={query} actions={<CampaignChoice id={campaignId} />}>
      <div className="stack">
        <Draws campaignId={campaignId} readOnly={false} />
      </div>
    </Page>
  );
}
