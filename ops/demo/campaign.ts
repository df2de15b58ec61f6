import type { Campaign } from '../../records/campaigns.js';
import { campaignCalendar } from '../../rules/calendar/campaignCalendar.js';
import type { LocalDate } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../rules/policy/campaigns/confirmed.js';
import { movedAround } from '../../rules/policy/campaigns/shift.js';

const prefix = 'demo-';

/** Whether a campaign is the demo's. */
export function isDemo({ id }: Pick<Campaign, 'id'>): boolean {
  return id.startsWith(prefix);
}

/** The id of a demo made on a day; `other` tells it from another one of that day. */
export function newDemoId(today: LocalDate, other: string): string {
  return `${prefix}${today.replaceAll('-', '')}-${other}`;
}

/** The demo campaign around a day: the rules of 2024, every value confirmed, on the calendar of the years it touches. */
export function demoCampaign(today: LocalDate, id: string): Campaign {
  const policy = movedAround(confirmed(aksu2024), today, id);
  return { id, title: policy.title, policy, calendar: campaignCalendar(policy.year), state: 'preparing' };
}
