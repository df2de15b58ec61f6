import type { RequestHandler } from 'express';
import { findCampaign } from '../../records/campaign/campaigns.js';
import { ownSeats } from '../../records/committee/ownSeats.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { answersTo } from '../../rules/committee/seats.js';
import { callerOf } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { sendCacheable } from '../http/cacheable.js';

/** `GET /api/me/invitations`: the committees the caller was drawn for, and what they may still answer. */
export function ownSeatsRoute({ db }: Pick<Deps, 'db'>): RequestHandler {
  return async (request, response) => {
    const seats = await ownSeats(db, callerOf(response).personId);
    const items = await Promise.all(
      seats.map(async ({ answeredAt, ...seat }) => {
        const campaign = await findCampaign(db, seat.campaignId);
        const law = campaign?.policy.reviewCommittee.committees.value.find(({ code }) => code === seat.committee);
        return {
          ...seat,
          committeeName: law?.name ?? seat.committee,
          answeredAt: answeredAt === null ? null : isoInBeijing(answeredAt),
          answers: answersTo(seat.invitation),
        };
      }),
    );
    sendCacheable(request, response, { items });
  };
}
