import { runningIn, specialtiesWaiting } from '../../records/campaign/campaignStatistics.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import type { Database } from '../../records/database.js';
import { findLaw, isFinal, statuses } from '../../rules/application/lifecycle.js';
import type { Instant, LocalDate } from '../../rules/calendar/instant.js';
import type { CampaignData, CampaignForms } from '../../rules/campaign/campaignFacts.js';
import { noticeEndOf } from '../../rules/campaign/campaignSchedule.js';
import { committeeRules } from '../../rules/policy/committeeRules.js';
import { lint } from '../../rules/policy/linter.js';
import type { PostedForm } from './campaignBodies.js';

const ended = statuses.filter(isFinal);
/** Where the law takes a meeting's tally. */
const judged = statuses.filter((status) => findLaw(status, 'record_tally'));

/** What the door finds in the record for an act that comes with this form. */
export async function verdictFor(db: Database, campaign: Campaign, form: PostedForm): Promise<CampaignData> {
  switch (form) {
    case 'verdict':
      return { errors: lint(campaign.policy, campaign.calendar).filter(({ severity }) => severity === 'error').length };
    case 'closing':
      return { running: await runningIn(db, { campaignId: campaign.id, ended }) };
    case 'freeText':
      return {};
  }
}

/** What the signature under a meeting's minutes means for the campaign, at the instant it was given. */
export async function signatureOf(
  db: Database,
  { id, policy, calendar }: Campaign,
  signed: { readonly meetingId: string; readonly committee: string; readonly metOn: LocalDate; readonly at: Instant },
): Promise<CampaignForms['signature']> {
  const { meetingId, committee, metOn, at } = signed;
  const waiting = new Set(await specialtiesWaiting(db, { campaignId: id, statuses: judged }));
  const left = committeeRules(policy).committees.value.filter(
    ({ code, specialties }) => code !== committee && specialties.some((specialty) => waiting.has(specialty)),
  );
  return { meetingId, committee, metOn, noticeEnds: noticeEndOf(at, policy, calendar), committeesLeft: left.length };
}
