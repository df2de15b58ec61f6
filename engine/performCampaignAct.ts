import type { ActFreeText } from '../records/application/actFreeText.js';
import { hashOf } from '../records/application/eventHash.js';
import { findCampaignEvent } from '../records/campaign/campaignEvents.js';
import { type CampaignIntake, registerCampaignAct } from '../records/campaign/campaignIntakes.js';
import { ensureCampaignState } from '../records/campaign/campaignState.js';
import type { Campaign } from '../records/campaign/campaigns.js';
import { keptPolicyVersion } from '../records/campaign/keptPolicyVersion.js';
import type { Actor } from '../rules/application/act.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { CampaignAct, CampaignAnswer, CampaignData } from '../rules/campaign/campaignFacts.js';
import { type CampaignEvent, campaignLaw } from '../rules/campaign/campaignLaw.js';
import { scheduleOf } from '../rules/campaign/campaignSchedule.js';
import { decideCampaign, isCampaignRefusal } from '../rules/campaign/decideCampaign.js';
import type { Refusal } from '../rules/refusal.js';
import type { EngineDeps } from './deps.js';
import { findingOf, rebuild } from './reconcileOne.js';
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

/** Registers one act and sends it to the campaign's workflow. The same key again gives the first answer. */
export async function performCampaignAct(deps: EngineDeps, command: CampaignActCommand): Promise<CampaignActOutcome> {
  const { campaign, event, actor, key, expectedSeq, data, freeText, receivedAt } = command;
  const act = { key, event, actor, receivedAt, expectedSeq, data, freeTextHash: freeText && hashOf(freeText) };
  const bodyHash = hashOf({ event, freeText });
  const registration = { act, policyVersion: campaign.policy.version, bodyHash, freeText };
  const intake = await registerCampaignAct(deps.db, campaign.id, registration);
  const { act: first } = intake;
  if (first.event !== event || first.actor.personId !== actor.personId || intake.bodyHash !== bodyHash) {
    return { kind: 'key_reused' };
  }
  const outcome = await answerOf(deps, campaign.id, key);
  return outcome ?? (await dispatchCampaignAct(deps, campaign, intake));
}

/** The answer of an act that the record holds, or null. */
async function answerOf({ db }: EngineDeps, campaignId: string, key: string): Promise<CampaignActOutcome | null> {
  const done = await findCampaignEvent(db, { campaignId, key });
  return done && { kind: 'answered', answer: { status: done.to, seq: done.seq }, receivedAt: done.at };
}

async function dispatchCampaignAct(
  deps: EngineDeps,
  campaign: Campaign,
  intake: CampaignIntake,
): Promise<CampaignActOutcome> {
  const { receivedAt } = intake.act;
  const act: CampaignAct = { ...intake.act, schedule: await scheduleOfVersion(deps, campaign, intake.policyVersion) };
  const state = await ensureCampaignState(deps.db, campaign.id);
  if (!state) return { kind: 'unknown_campaign' };
  const { seq, status } = state.facts;
  const send = () => deps.engine.actOnCampaign(campaign.id, act, seq);
  const first = await send();
  if (first.kind === 'gone' && !campaignLaw[status].final) await begin(deps, campaign.id);
  const outcome = first.kind === 'gone' ? await send() : first;
  // The record may hold what the engine failed to answer.
  if (outcome.kind === 'slow') return (await answerOf(deps, campaign.id, act.key)) ?? { ...outcome, receivedAt };
  if (outcome.kind !== 'gone') return { ...outcome, receivedAt };
  const judged = decideCampaign(state.facts, act);
  return isCampaignRefusal(judged) ? { kind: 'refused', refusal: judged, receivedAt } : { kind: 'unreachable' };
}

/** Starts the campaign's workflow; one that has ended while the record goes on is begun again. */
async function begin(deps: EngineDeps, campaignId: string): Promise<void> {
  await startCampaign(deps, campaignId);
  const subject = { kind: 'campaign', id: campaignId } as const;
  const finding = await findingOf(deps, subject, false);
  if (finding) await rebuild(deps, subject, finding);
}

async function scheduleOfVersion({ db }: EngineDeps, campaign: Campaign, version: number) {
  const { policy, calendar } =
    version === campaign.policy.version ? campaign : await keptPolicyVersion(db, { campaignId: campaign.id, version });
  return scheduleOf(policy, calendar);
}
