import type { Calendar } from '../../rules/calendar.js';
import { campaignCalendar } from '../../rules/campaignCalendar.js';
import { aksu2024 } from '../../rules/campaigns/aksu2024.js';
import { confirmed } from '../../rules/campaigns/confirmed.js';
import { type Instant, instantOf } from '../../rules/instant.js';
import type { Policy } from '../../rules/policy.js';

/** The campaign of the notice, with every value confirmed. */
export const policy: Policy = confirmed(aksu2024);

/** The calendar it is counted on, Xinjiang's festivals included. */
export const calendar: Calendar = campaignCalendar(policy.year);

/** The campaign's clock starts on the morning of the notice. */
export const begin: Instant = instantOf(`${policy.announcedOn}T08:00`);
