import { useQuery } from '@tanstack/react-query';
import { committeeRules, minimumMembers } from '../../rules/policy/committeeRules.js';
import type { Policy } from '../../rules/policy/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { DrawCard } from './DrawCard.js';
import { drawsQuery } from './queries.js';

/** The draw of every committee of a campaign; what was voided is left out. */
export function Draws({ campaignId, readOnly }: { readonly campaignId: string; readonly readOnly: boolean }) {
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const { data: draws } = useQuery(drawsQuery(campaignId));
  const rules = campaign && committeeRules(campaign.policy as unknown as Policy);
  return rules?.committees.value.map((law) => (
    <DrawCard
      key={law.code}
      campaignId={campaignId}
      committee={{ ...law, minimum: minimumMembers(law, rules), odd: rules.odd.value }}
      draw={draws?.find((draw) => draw.committee === law.code && draw.voidedReason === null)}
      readOnly={readOnly}
    />
  ));
}
