import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Policy } from '../../../rules/policy/policy.js';
import { campaignQuery } from '../../api/campaigns.js';

// A year is announced once in twelve months: loaded only then.
const CalendarOffer = lazy(() => import('./CalendarOffer.js').then(({ CalendarOffer: it }) => ({ default: it })));

/**
 * Shows that the product has a newer calendar than the campaign's, the deadlines it would move, and a form to propose
 * an amendment with it; nothing when there is none.
 */
export function NewerCalendar({ campaignId }: { readonly campaignId: string }) {
  const { data: campaign } = useQuery(campaignQuery(campaignId));
  if (!campaign?.newerCalendar) return null;
  const { newerCalendar } = campaign;
  const proposed = { policy: campaign.policy as Policy, calendarVersion: newerCalendar.version };
  return (
    <Suspense>
      <CalendarOffer campaignId={campaignId} news={newerCalendar} proposed={proposed} />
    </Suspense>
  );
}
