import type { Calendar } from '../../rules/calendar/calendar.js';
import { campaignCalendar } from '../../rules/calendar/campaignCalendar.js';
import { type Instant, instantOf } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { confirmed } from '../../rules/policy/campaigns/confirmed.js';
import type { Policy } from '../../rules/policy/policy.js';

/** The campaign of the notice, with every value confirmed. */
export const policy: Policy = confirmed(aksu2024);

/** The calendar it is counted on, the festivals of its region included. */
export const calendar: Calendar = campaignCalendar(policy);

/** The campaign's clock starts on the morning of the notice. */
export const begin: Instant = instantOf(`${policy.announcedOn}T08:00`);
