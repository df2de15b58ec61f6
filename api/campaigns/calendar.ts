import { z } from 'zod';
import { calendarYear } from '../../rules/calendar/calendarYear.js';
import { defineRoute } from '../http/defineRoute.js';
import { CalendarAnswer } from '../policy/answers.js';
import { campaignInPath } from './campaign.js';

/** The working days a campaign counts on; those of its own year unless the query names another. */
export const calendarRoute = defineRoute({
  method: 'get',
  path: '/api/campaigns/{id}/calendar',
  tag: '年度评审',
  summary: '一年的工作日历',
  roles: 'signed in',
  everyCampaign: true,
  subject: campaignInPath,
  query: z.strictObject({ year: z.coerce.number().int().min(1990).max(2100).optional() }),
  answers: { 200: CalendarAnswer },
  handle: ({ subject: { policy, calendar }, query: { year = policy.year } }) =>
    calendarYear(calendar, policy.region, year),
});
