import type { Calendar } from '../../rules/calendar/calendar.js';
import { campaignCalendar } from '../../rules/calendar/campaignCalendar.js';
import { type Instant, instantOf } from '../../rules/calendar/instant.js';
import { confirmed } from '../../rules/policy/campaigns/confirmed.js';
import type { Policy } from '../../rules/policy/policy.js';

/** The campaign of a notice as it is rehearsed. */
export interface RehearsedCampaign {
  /** Every value is confirmed. */
  readonly policy: Policy;
  /** The calendar it is counted on, the festivals of its region included. */
  readonly calendar: Calendar;
  /** The campaign's clock starts on the morning of the notice. */
  readonly begin: Instant;
}

/** The campaign of a notice, with every value confirmed. */
export function campaignOf(notice: Policy): RehearsedCampaign {
  const policy = confirmed(notice);
  return { policy, calendar: campaignCalendar(policy), begin: instantOf(`${policy.announcedOn}T08:00`) };
}
