import { findCampaign } from '../records/campaign/campaigns.js';
import { convenedKey, type MeetingToReport, meetingToReport, signedKey } from '../records/campaign/meetingsToReport.js';
import type { Actor } from '../rules/application/act.js';
import type { EngineDeps } from './deps.js';
import { meetingSignature } from './meetingSignature.js';
import { type CampaignActOutcome, performCampaignAct } from './performCampaignAct.js';

/**
 * Reports one of a campaign's meetings to the campaign: that it was convened, and, once the chair has signed, that its
 * outcomes are to be applied. To be called after either. Safe to repeat: the sweeper repeats it for a signature that
 * never reached the campaign. Null: there is no such meeting.
 */
export async function reportMeeting(deps: EngineDeps, meetingId: string): Promise<CampaignActOutcome | null> {
  const meeting = await meetingToReport(deps.db, meetingId);
  if (!meeting) return null;
  return meeting.signedAt === null ? await reportConvened(deps, meeting) : await reportSigned(deps, meeting);
}

async function reportConvened(deps: EngineDeps, meeting: MeetingToReport): Promise<CampaignActOutcome | null> {
  const { meetingId, campaignId, committee, convenedBy, convenedAt } = meeting;
  const campaign = await findCampaign(deps.db, campaignId);
  if (!campaign) return null;
  const actor: Actor = { role: 'office', personId: convenedBy, scope: campaignId };
  const command = { event: 'hold_meeting', actor, key: convenedKey(meetingId), receivedAt: convenedAt } as const;
  const data = { meetingId, committee };
  return await performCampaignAct(deps, { ...command, campaign, data, expectedSeq: null, freeText: null });
}

/** The signature counts from the instant it was given, however late it is reported. */
export async function reportSigned(deps: EngineDeps, meeting: MeetingToReport): Promise<CampaignActOutcome | null> {
  const { meetingId, campaignId, committee, heldOn: metOn, signedBy, signedAt: at } = meeting;
  const campaign = await findCampaign(deps.db, campaignId);
  if (!campaign || signedBy === null || at === null) return null;
  const data = await meetingSignature(deps.db, campaign, { meetingId, committee, metOn, at });
  const actor: Actor = { role: 'chair', personId: signedBy, scope: campaignId };
  const command = { event: 'meeting_signed', actor, key: signedKey(meetingId), receivedAt: at } as const;
  return await performCampaignAct(deps, { ...command, campaign, data, expectedSeq: null, freeText: null });
}

/** The same without waiting and without failing: what gets lost the sweeper reports again. */
export function reportMeetingInBackground(deps: EngineDeps, meetingId: string): void {
  reportMeeting(deps, meetingId).then(
    (outcome) => {
      if (outcome?.kind === 'answered') return;
      deps.logger.warn({ meeting: meetingId, outcome: outcome?.kind }, 'the campaign has not taken a meeting');
    },
    (err: unknown) => deps.logger.warn({ err, meeting: meetingId }, 'could not report a meeting to its campaign'),
  );
}
