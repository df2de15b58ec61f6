import type { CampaignFacts } from './campaignFacts.js';
import type { CampaignEventLaw, CampaignStatus } from './campaignLaw.js';

/** Chooses between the statuses a row of the law lists, from the facts as the act left them. */
type Chooser = (after: CampaignFacts) => CampaignStatus;

export const campaignChoosers = {
  after_audit: ({ schedule, passed }) =>
    schedule.dates.payment_ends && !passed.includes('payment_ends') ? 'payment' : 'assembly',
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
