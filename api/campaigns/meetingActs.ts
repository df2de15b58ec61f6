import type { Campaign } from '../../records/campaigns.js';
import type { LocalDate } from '../../rules/instant.js';
import type { Caller } from '../accounts/caller.js';
import type { Deps } from '../deps.js';
import { campaignActorOf } from './actRoutes.js';
import { signatureOf } from './campaignVerdicts.js';
import { type CampaignReceipt, performCampaignAct } from './performCampaignAct.js';

interface OfMeeting {
  readonly campaign: Campaign;
  readonly caller: Caller;
  readonly meetingId: string;
  readonly committee: string;
}

/** The office holds a committee's meeting: the campaign knows from here on that one is under way. Safe to repeat. */
export async function campaignMeets(
  deps: Deps,
  { campaign, caller, meetingId, committee }: OfMeeting,
): Promise<CampaignReceipt> {
  const event = 'hold_meeting';
  const actor = campaignActorOf(caller, event, campaign.id);
  const key = `meeting-${meetingId}`;
  const at = { receivedAt: await deps.clock(), expectedSeq: null };
  return await performCampaignAct(deps, {
    campaign,
    event,
    actor,
    key,
    ...at,
    data: { meetingId, committee },
    words: null,
  });
}

/**
 * The chair has signed a meeting's minutes: from here on its outcomes are carried to the applications, and the public
 * notice begins the day after. Safe to repeat: the key is the meeting's.
 */
export async function campaignMeetingSigned(
  deps: Deps,
  { campaign, caller, meetingId, committee, metOn }: OfMeeting & { readonly metOn: LocalDate },
): Promise<CampaignReceipt> {
  const event = 'meeting_signed';
  const actor = campaignActorOf(caller, event, campaign.id);
  const receivedAt = await deps.clock();
  const data = await signatureOf(deps.db, campaign, { meetingId, committee, metOn, at: receivedAt });
  const key = `signed-${meetingId}`;
  return await performCampaignAct(deps, {
    campaign,
    event,
    actor,
    key,
    receivedAt,
    expectedSeq: null,
    data,
    words: null,
  });
}
