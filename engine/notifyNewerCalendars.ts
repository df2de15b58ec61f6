import { presentCalendar } from '../records/calendar/enteredDays.js';
import { runningCampaigns } from '../records/campaign/campaignState.js';
import { findCampaign } from '../records/campaign/campaigns.js';
import { enqueueNotifications } from '../records/mail/enqueueNotifications.js';
import type { CalendarNews } from '../rules/calendar/calendarNews.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { NotificationRequest } from '../rules/notifications/notificationKinds.js';
import { newerCalendar } from '../rules/policy/newerCalendar.js';
import type { EngineDeps } from './deps.js';

/** Notifies office and operators of every running campaign that has a newer calendar, once for each calendar. */
export async function notifyNewerCalendars({ db, clock }: Pick<EngineDeps, 'db' | 'clock'>): Promise<void> {
  const [at, present] = [await clock(), await presentCalendar(db)];
  for (const id of await runningCampaigns(db)) {
    const campaign = await findCampaign(db, id);
    const news = campaign && newerCalendar(campaign, present);
    if (news) await enqueueNotifications(db, notificationsOf(id, news, at));
  }
}

function notificationsOf(
  campaignId: string,
  { version, years }: CalendarNews,
  at: Instant,
): readonly NotificationRequest[] {
  const detail = { at, years: years.map(({ year }) => year) };
  return (['office', 'operator'] as const).map((role) => ({
    kind: 'calendar_announced',
    role,
    scope: campaignId,
    personal: false,
    campaignId,
    detail,
    key: `calendar_announced:${campaignId}.${version}.${role}`,
  }));
}
