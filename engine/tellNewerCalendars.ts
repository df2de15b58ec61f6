import type { Deps } from '../api/deps.js';
import { newerCalendar } from '../api/policy/newerCalendar.js';
import { runningCampaigns } from '../records/campaign/campaignLives.js';
import { findCampaign } from '../records/campaign/campaigns.js';
import { writeMatters } from '../records/mail/matters.js';
import type { CalendarNews } from '../rules/calendar/calendarNews.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { Matter } from '../rules/notifications/matters.js';

/** Writes the office and the operators of every running campaign for which there is a newer calendar, once for each. */
export async function tellNewerCalendars({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<void> {
  const at = await clock();
  for (const id of await runningCampaigns(db)) {
    const campaign = await findCampaign(db, id);
    const news = campaign && newerCalendar(campaign);
    if (news) await writeMatters(db, mattersOf(id, news, at));
  }
}

function mattersOf(campaignId: string, { version, years }: CalendarNews, at: Instant): readonly Matter[] {
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
