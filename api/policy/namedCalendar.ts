import type { Campaign } from '../../records/campaign/campaigns.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import { newerCalendar, type PresentCalendar } from '../../rules/policy/newerCalendar.js';
import type { Policy } from '../../rules/policy/policy.js';
import { Problem } from '../http/problem.js';

/**
 * The calendar that comes with a proposed policy: the one its body names by version, or that of its region where the
 * region changes; null where the one in force stays.
 *
 * @throws Problem `policy_changed` when it is not the one there is now
 */
export function namedCalendar(
  campaign: Pick<Campaign, 'policy' | 'calendar'>,
  proposed: Pick<Policy, 'year' | 'region'>,
  version: string | undefined,
  present: PresentCalendar,
): Calendar | null {
  if (proposed.region !== campaign.policy.region) {
    const regional = present(proposed);
    if (version === undefined || version === regional.version) return regional;
  } else {
    if (version === undefined || version === campaign.calendar.version) return null;
    if (newerCalendar(campaign, present)?.version === version) return present(campaign.policy);
  }
  throw new Problem(
    'policy_changed',
    {
      zh: '这份工作日历不是系统现有的最新版本，请重新载入后再办理。',
      en: 'This is not the newest calendar the system has; please reload the page first.',
    },
    {
      field: 'calendarVersion',
      clause: '国务院办公厅节假日安排',
    },
  );
}
