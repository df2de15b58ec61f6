import type { CampaignFacts } from './campaignFacts.js';
import type { CampaignEventLaw, CampaignStatus } from './campaignLaw.js';

/** Chooses between the statuses a row of the law lists, from the facts as the act left them. */
type Chooser = (after: CampaignFacts) => CampaignStatus;

/** Where nobody meets, only the results are left to be filed. */
const beforeMeeting: Chooser = ({ schedule }) => (schedule.meets === false ? 'concluding' : 'assembly');

export const campaignChoosers = {
  after_audit: (after) =>
    after.schedule.dates.payment_ends && !after.passed.includes('payment_ends') ? 'payment' : beforeMeeting(after),
  after_payment: beforeMeeting,
  after_outcomes: ({ meetings, committeesLeft, schedule, passed }) => {
    if (meetings.some(({ signedAt, counts }) => signedAt !== null && counts === null)) return 'outcomes';
    if (committeesLeft > 0 || meetings.some(({ signedAt }) => signedAt === null)) return 'meeting';
    return schedule.publicNotice && !passed.includes('notice_ends') ? 'public_notice' : 'concluding';
  },
} as const satisfies Record<string, Chooser>;
export type CampaignChooser = keyof typeof campaignChoosers;

/** Where a row of the law leads, given the facts as the act left them. */
export function nextCampaignStatus({ next }: CampaignEventLaw, after: CampaignFacts): CampaignStatus {
  if (next === 'stays') return after.status;
  return typeof next === 'string' ? next : campaignChoosers[next.choose](after);
}
