import { findCampaign } from '../../records/campaign/campaigns.js';
import { ownSeats } from '../../records/committee/ownSeats.js';
import { isoInBeijing } from '../../rules/calendar/instant.js';
import { answersTo } from '../../rules/committee/seats.js';
import { defineRoute } from '../http/defineRoute.js';
import { OwnSeatsAnswer } from './answers.js';

/** The committees the caller was drawn for, and how they may still answer the invitation. */
export const ownSeatsRoute = defineRoute({
  method: 'get',
  path: '/api/me/invitations',
  tag: '评委会',
  summary: '本人受邀的评审委员会',
  roles: 'signed in',
  answers: { 200: OwnSeatsAnswer, 304: null },
  handle: async ({ caller }, { db }) => {
    const seats = await ownSeats(db, caller.personId);
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
    return { items };
  },
});
