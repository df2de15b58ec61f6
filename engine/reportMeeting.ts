import { signatureOf } from '../api/campaigns/campaignVerdicts.js';
import { type CampaignReceipt, performCampaignAct } from '../api/campaigns/performCampaignAct.js';
import type { Deps } from '../api/deps.js';
import { findCampaign } from '../records/campaign/campaigns.js';
import { convenedKey, type MeetingToReport, meetingToReport, signedKey } from '../records/campaign/meetingsToReport.js';
import type { Actor } from '../rules/application/act.js';

type Needed = Pick<Deps, 'db' | 'engine' | 'clock' | 'clockOffset' | 'logger'>;

/**
 * Tells a campaign what the record holds of one of its meetings: that it was convened, and, once the chair has signed,
 * that its outcomes are to be carried to the applications. To be called after either; safe to repeat, and repeated by
 * the sweeper for a signature the campaign has not heard of.
 *
 * @throws Problem with the law's refusal
 */
export async function reportMeeting(deps: Needed, meetingId: string): Promise<CampaignReceipt | null> {
  const meeting = await meetingToReport(deps.db, meetingId);
  if (!meeting) return null;
  return meeting.signedAt === null ? await reportConvened(deps, meeting) : await reportSigned(deps, meeting);
}

async function reportConvened(deps: Needed, meeting: MeetingToReport): Promise<CampaignReceipt | null> {
  const { meetingId, campaignId, committee, convenedBy, convenedAt } = meeting;
  const campaign = await findCampaign(deps.db, campaignId);
  const actor: Actor = { role: 'office', personId: convenedBy, scope: campaignId };
  const command = { event: 'hold_meeting', actor, key: convenedKey(meetingId), receivedAt: convenedAt } as const;
  const data = { meetingId, committee };
  return (
    campaign && (await performCampaignAct(deps, { ...command, campaign, data, expectedSeq: null, freeText: null }))
  );
}

/** The act counts from the instant of the signature, however late it gets here. */
export async function reportSigned(deps: Needed, meeting: MeetingToReport): Promise<CampaignReceipt | null> {
  const { meetingId, campaignId, committee, heldOn: metOn, signedBy, signedAt: at } = meeting;
  const campaign = await findCampaign(deps.db, campaignId);
  if (!campaign || signedBy === null || at === null) return null;
  const data = await signatureOf(deps.db, campaign, { meetingId, committee, metOn, at });
  const actor: Actor = { role: 'chair', personId: signedBy, scope: campaignId };
  const command = { event: 'meeting_signed', actor, key: signedKey(meetingId), receivedAt: at } as const;
  return await performCampaignAct(deps, { ...command, campaign, data, expectedSeq: null, freeText: null });
}
