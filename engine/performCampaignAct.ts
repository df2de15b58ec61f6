import type { ActFreeText } from '../records/application/actFreeText.js';
import { hashOf } from '../records/application/eventHash.js';
import { findCampaignEvent } from '../records/campaign/campaignEvents.js';
import { keepCampaignFreeText } from '../records/campaign/campaignFreeText.js';
import { ensureCampaignState } from '../records/campaign/campaignState.js';
import type { Campaign } from '../records/campaign/campaigns.js';
import type { Actor } from '../rules/application/act.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { CampaignAct, CampaignAnswer, CampaignData } from '../rules/campaign/campaignFacts.js';
import { type CampaignEvent, campaignLaw } from '../rules/campaign/campaignLaw.js';
import { scheduleOf } from '../rules/campaign/campaignSchedule.js';
import { decideCampaign, isCampaignRefusal } from '../rules/campaign/decideCampaign.js';
import type { Refusal } from '../rules/refusal.js';
import type { EngineDeps } from './deps.js';
import { startCampaign } from './startCampaign.js';

/** One act on a campaign, with the data that was read from the record for it. */
export interface CampaignActCommand {
  readonly campaign: Campaign;
  readonly event: CampaignEvent;
  readonly actor: Actor;
  readonly key: string;
  readonly expectedSeq: number | null;
  readonly receivedAt: Instant;
  readonly data: CampaignData;
  readonly freeText: ActFreeText | null;
}

/**
 * What became of the act. `slow`: the engine has not answered yet, and the same key gives the outcome later.
 * `key_reused`: the key belongs to another act. `unreachable`: no workflow takes the act, though the law would.
 */
export type CampaignActOutcome =
  | { readonly kind: 'answered'; readonly answer: CampaignAnswer; readonly receivedAt: Instant }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly receivedAt: Instant }
  | { readonly kind: 'slow'; readonly receivedAt: Instant }
  | { readonly kind: 'key_reused' | 'unknown_campaign' | 'unreachable' };

/** Sends one act to a campaign's workflow. The same key again gives the first answer. */
export async function performCampaignAct(deps: EngineDeps, command: CampaignActCommand): Promise<CampaignActOutcome> {
  const { campaign, event, actor, key, freeText, receivedAt } = command;
  const { db } = deps;
  const done = await findCampaignEvent(db, { campaignId: campaign.id, key });
  if (done) {
    if (done.event !== event || done.actor.personId !== actor.personId) return { kind: 'key_reused' };
    return { kind: 'answered', answer: { status: done.to, seq: done.seq }, receivedAt: done.at };
  }
  const bodyHash = hashOf({ event, freeText });
  const kept = { campaignId: campaign.id, key, bodyHash, at: receivedAt };
  if (freeText && !(await keepCampaignFreeText(db, { ...kept, freeText }))) return { kind: 'key_reused' };
  return await dispatchCampaignAct(deps, command);
}

async function dispatchCampaignAct(deps: EngineDeps, command: CampaignActCommand): Promise<CampaignActOutcome> {
  const { campaign, event, actor, key, expectedSeq, receivedAt, data, freeText } = command;
  const schedule = scheduleOf(campaign.policy, campaign.calendar);
  const freeTextHash = freeText && hashOf(freeText);
  const act: CampaignAct = { key, event, actor, receivedAt, expectedSeq, data, freeTextHash, schedule };
  const state = await ensureCampaignState(deps.db, campaign.id);
  if (!state) return { kind: 'unknown_campaign' };
  const { seq, status } = state.facts;
  const first = await deps.engine.actOnCampaign(campaign.id, act, seq);
  if (first.kind === 'gone' && !campaignLaw[status].final) await startCampaign(deps, campaign.id);
  const outcome = first.kind === 'gone' ? await deps.engine.actOnCampaign(campaign.id, act, seq) : first;
  if (outcome.kind !== 'gone') return { ...outcome, receivedAt };
  const judged = decideCampaign(state.facts, act);
  return isCampaignRefusal(judged) ? { kind: 'refused', refusal: judged, receivedAt } : { kind: 'unreachable' };
}
