import { specialtiesWaiting } from '../records/campaign/campaignStatistics.js';
import type { Campaign } from '../records/campaign/campaigns.js';
import type { Database } from '../records/database.js';
import { findLaw, statuses } from '../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../rules/calendar/instant.js';
import type { CampaignForms } from '../rules/campaign/campaignFacts.js';
import { noticeEndOf } from '../rules/campaign/campaignSchedule.js';

/** The statuses in which an application waits for a committee's tally. */
const awaitingTally = statuses.filter((status) => findLaw(status, 'record_tally'));

/**
 * What the chair's signature under a meeting's minutes means for the campaign at the instant it was given: when the
 * publicity of its results ends, and how many other committees still have candidates to judge.
 */
export async function meetingSignature(
  db: Database,
  { id, policy, calendar }: Campaign,
  signed: { readonly meetingId: string; readonly committee: string; readonly metOn: LocalDate; readonly at: Instant },
): Promise<CampaignForms['signature']> {
  const { meetingId, committee, metOn, at } = signed;
  const waiting = new Set(await specialtiesWaiting(db, { campaignId: id, statuses: awaitingTally }));
  const left = policy.reviewCommittee.committees.value.filter(
    ({ code, specialties }) => code !== committee && specialties.some((specialty) => waiting.has(specialty)),
  );
  return { meetingId, committee, metOn, noticeEnds: noticeEndOf(at, policy, calendar), committeesLeft: left.length };
}
