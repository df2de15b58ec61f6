import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { emptySeats } from '../../rules/committee/seats.js';
import { minimumMembers } from '../../rules/policy/committees.js';
import type { Policy } from '../../rules/policy/policy.js';
import { campaignQuery } from '../api/campaigns.js';
import { DrawCard } from './DrawCard.js';
import { committeesQuery, drawsQuery } from './queries.js';
import { useSpecialtyNames } from './useSpecialtyNames.js';

/** The draws of every committee of a campaign, with supplementary draws; void ones are left out. */
export function Draws({ campaignId, readOnly }: { readonly campaignId: string; readonly readOnly: boolean }) {
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  const { data: draws } = useQuery(drawsQuery(campaignId));
  const { data: committees } = useQuery(committeesQuery(campaignId));
  const nameOf = useSpecialtyNames(campaignId);
  const rules = campaign && (campaign.policy as unknown as Policy).reviewCommittee;
  return rules?.committees.value.map((law) => {
    const committee = { ...law, minimum: minimumMembers(law, rules), odd: rules.odd.value };
    const own = draws?.filter((draw) => draw.committee === law.code && draw.voidedReason === null) ?? [];
    const places = committees?.find(({ code }) => code === law.code)?.members ?? [];
    const common = { campaignId, committee, readOnly };
    const supplement = (specialty: string) => ({
      specialty,
      name: nameOf(specialty),
      empty: emptySeats(places).find((seats) => seats.specialty === specialty)?.count ?? 0,
    });
    const underWay = own.filter(({ drawnAt }) => drawnAt === null).map(({ specialty }) => specialty);
    const toBegin = emptySeats(places).filter(({ specialty }) => !underWay.includes(specialty) && !readOnly);
    return (
      <Fragment key={law.code}>
        <DrawCard {...common} draw={own.find(({ specialty }) => specialty === null)} />
        {toBegin.map(({ specialty }) => (
          <DrawCard key={specialty} {...common} draw={undefined} supplement={supplement(specialty)} />
        ))}
        {own.map((draw) =>
          draw.specialty === null ? null : (
            <DrawCard key={draw.id} {...common} draw={draw} supplement={supplement(draw.specialty)} />
          ),
        )}
      </Fragment>
    );
  });
}
