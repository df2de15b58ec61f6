import type { RequestHandler } from 'express';
import { z } from 'zod';
import { calendarYear } from '../../rules/calendar/calendarYear.js';
import type { Deps } from '../deps.js';
import { getCampaign } from './campaign.js';

export const CalendarQuery = z.strictObject({ year: z.coerce.number().int().min(1990).max(2100).optional() });

/** `GET /{id}/calendar?year=`: the working days a campaign is counted on; the campaign's own year unless another is asked for. */
export function calendarRoute({ db }: Pick<Deps, 'db'>): RequestHandler<{ id: string }> {
  return async (request, response) => {
    const { policy, calendar } = await getCampaign(db, request.params.id);
    const { year = policy.year } = CalendarQuery.parse(request.query);
    response.json(calendarYear(calendar, year));
  };
}
