import { useQuery } from '@tanstack/react-query';
import { committeeRules, minimumMembers } from '../../rules/committeeRules.js';
import type { Policy } from '../../rules/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { DrawCard } from '../committee/DrawCard.js';
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
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const query = useQuery(drawsQuery(campaignId));
  const rules = campaign && committeeRules(campaign.policy as unknown as Policy);
  return (
    <Page title={t('draw')} lead={t('drawLead')} query={query} actions={<CampaignChoice id={campaignId} />}>
      <div className="stack">
        {rules?.committees.value.map((law) => (
          <DrawCard
            key={law.code}
            campaignId={campaignId}
            committee={{ ...law, minimum: minimumMembers(law, rules), odd: rules.odd.value }}
            draw={query.data?.find((draw) => draw.committee === law.code && draw.voidedReason === null)}
          />
        ))}
      </div>
    </Page>
  );
}
