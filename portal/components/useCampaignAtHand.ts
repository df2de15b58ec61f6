import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import { type Announcement, announcementsQuery } from '../api/announcements.js';
import type { Application } from '../api/applications.js';

/**
 * The announced campaign that a page is about: the one in its address, else that of the application in it, else the newest
 * that is still under way, else the newest. Undefined: none is announced, or the one it is about is not yet.
 */
export function useCampaignAtHand(): Announcement | undefined {
  const announced = useQuery(announcementsQuery).data ?? [];
  const { pathname } = useLocation();
  const { id = '', applicationId = id } = useParams();
  // What the page itself has read; nothing is read for the sake of this.
  const application = useQuery<Application>({ queryKey: ['application', applicationId], enabled: false }).data;
  const named = pathname.includes('/campaigns/') && id !== '' ? id : application?.campaignId;
  if (named !== undefined) return announced.find((one) => one.id === named);
  return announced.find(({ phase }) => phase !== 'closed') ?? announced[0];
}
