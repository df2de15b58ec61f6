import { useQuery } from '@tanstack/react-query';
import { Draws } from '../committee/Draws.js';
import { drawsQuery } from '../committee/queries.js';
import '../committee/committee.css';
import { Page } from '../pieces/Page.js';
import { useWords } from '../words/area.js';
import { committee } from '../words/committee.js';
import { CampaignChoice } from './board/CampaignChoice.js';
import { useCampaignId } from './useCampaign.js';

/** `/office/draw`: the draw of each committee of the campaign, step by step, for everybody to check. */
export function DrawPage() {
  const t = useWords(committee);
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
