import { ensureCampaignState } from '../../records/campaign/campaignState.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import { type FanOutProgress, fanOutsOf } from '../../records/campaign/fanOuts.js';
import type { Database } from '../../records/database.js';
import { noticeStart } from '../../rules/application/counting/noticeStart.js';
import { addDays, type Instant, isoInBeijing, localDateOf } from '../../rules/calendar/instant.js';
import { type CampaignFacts, campaignDates } from '../../rules/campaign/campaignFacts.js';
import { campaignDateLabels, campaignEventLabels, campaignStatusLabel } from '../../rules/campaign/campaignLabels.js';
import { campaignEvents, findCampaignLaw } from '../../rules/campaign/campaignLaw.js';
import { scheduleOf } from '../../rules/campaign/campaignSchedule.js';
import { mayActOnCampaign, nextCampaignDate } from '../../rules/campaign/decideCampaign.js';
import type { Caller } from '../accounts/caller.js';
import { refusalBody } from '../http/problem.js';
import { findCampaignActor } from './actRoutes.js';
import { postedCampaignActs } from './campaignBodies.js';

/** Where a campaign stands, what comes next, and what the caller may do about it. */
export async function progressOf(db: Database, caller: Caller, { id, policy, calendar }: Campaign) {
  const [state, fanOuts] = await Promise.all([ensureCampaignState(db, id), fanOutsOf(db, id)]);
  if (!state) return null;
  const facts: CampaignFacts = { ...state.facts, schedule: scheduleOf(policy, calendar) };
  const next = nextCampaignDate(facts);
  return {
    status: facts.status,
    label: campaignStatusLabel(facts.status, policy),
    seq: facts.seq,
    next: next && { event: next.event, label: campaignEventLabels[next.event], at: isoInBeijing(next.receivedAt) },
    dates: datesOf(facts),
    meetings: facts.meetings.map(({ signedAt, ...meeting }) => ({
      ...meeting,
      signedAt: isoOrNull(signedAt),
      noticeStart:
        signedAt === null || !policy.stages.publicNotice.value
          ? null
          : noticeStart({ noticeFrom: addDays(localDateOf(signedAt), 1), metOn: meeting.metOn }),
    })),
    fanOuts: fanOuts.map(fanOutView),
    actions: actionsOf(facts, caller),
  };
}

function datesOf(facts: CampaignFacts) {
  return campaignDates.flatMap((date) => {
    const at = date === 'notice_ends' ? facts.noticeEnds : (facts.schedule.dates[date]?.at ?? null);
    const clause = facts.schedule.dates[date]?.clause ?? null;
    return at === null
      ? []
      : [{ date, label: campaignDateLabels[date], at: isoInBeijing(at), clause, passed: facts.passed.includes(date) }];
  });
}

/** What the caller's roles may ever do with a campaign; for what they may not do now, why. */
function actionsOf(facts: CampaignFacts, caller: Caller) {
  return campaignEvents.flatMap((event) => {
    const posted = postedCampaignActs.find(([one]) => one === event);
    const actor = posted && findCampaignLaw(facts.status, event) && findCampaignActor(caller, event, facts.campaignId);
    if (!posted || !actor) return [];
    const refusal = mayActOnCampaign(facts, event, actor);
    const isoOrNull = refusal && refusalBody(refusal);
    return [
      { event, label: campaignEventLabels[event], takes: posted[1], allowed: refusal === null, refusal: isoOrNull },
    ];
  });
}

function fanOutView({ startedAt, updatedAt, finishedAt, ...counts }: FanOutProgress) {
  return {
    ...counts,
    startedAt: isoInBeijing(startedAt.getTime()),
    updatedAt: isoInBeijing(updatedAt.getTime()),
    finishedAt: finishedAt && isoInBeijing(finishedAt.getTime()),
  };
}

function isoOrNull(instant: Instant | null) {
  return instant === null ? null : isoInBeijing(instant);
}
