import { startCampaign } from '../../engine/startCampaign.js';
import type { ActFreeText } from '../../records/application/actFreeText.js';
import { hashOf } from '../../records/application/eventHash.js';
import { findCampaignEvent } from '../../records/campaign/campaignEvents.js';
import { keepCampaignFreeText } from '../../records/campaign/campaignFreeText.js';
import { ensureCampaignState } from '../../records/campaign/campaignState.js';
import type { Campaign } from '../../records/campaign/campaigns.js';
import type { Actor } from '../../rules/application/act.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { CampaignAct, CampaignAnswer, CampaignData } from '../../rules/campaign/campaignFacts.js';
import { type CampaignEvent, campaignLaw } from '../../rules/campaign/campaignLaw.js';
import { scheduleOf } from '../../rules/campaign/campaignSchedule.js';
import { decideCampaign, isCampaignRefusal } from '../../rules/campaign/decideCampaign.js';
import type { Deps } from '../deps.js';
import { Problem, problemOf } from '../http/problem.js';

/** One act on a campaign: who, what, and what the door found out about it. */
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
/** What the caller is told; `answer` null: the engine is slow, and the same key tells later what came of it. */
export interface CampaignReceipt {
  readonly answer: CampaignAnswer | null;
  readonly key: string;
  readonly receivedAt: Instant;
}
type Needed = Pick<Deps, 'db' | 'engine' | 'clock' | 'clockOffset' | 'logger'>;

/**
 * Hands one act to a campaign's workflow. The same key again gives the first answer.
 *
 * @throws Problem with the law's refusal, or `key_reused`
 */
export async function performCampaignAct(deps: Needed, command: CampaignActCommand): Promise<CampaignReceipt> {
  const { campaign, event, actor, key, freeText, receivedAt } = command;
  const { db } = deps;
  const done = await findCampaignEvent(db, { campaignId: campaign.id, key });
  if (done) {
    if (done.event !== event || done.actor.personId !== actor.personId) throw reused();
    return { answer: { status: done.to, seq: done.seq }, key, receivedAt: done.at };
  }
  const bodyHash = hashOf({ event, freeText });
  const kept = { campaignId: campaign.id, key, bodyHash, at: receivedAt };
  if (freeText && !(await keepCampaignFreeText(db, { ...kept, freeText }))) throw reused();
  return { answer: await dispatchCampaignAct(deps, command), key, receivedAt };
}

async function dispatchCampaignAct(deps: Needed, command: CampaignActCommand): Promise<CampaignAnswer | null> {
  const { campaign, event, actor, key, expectedSeq, receivedAt, data, freeText } = command;
  const schedule = scheduleOf(campaign.policy, campaign.calendar);
  const freeTextHash = freeText && hashOf(freeText);
  const act: CampaignAct = { key, event, actor, receivedAt, expectedSeq, data, freeTextHash, schedule };
  const state = await ensureCampaignState(deps.db, campaign.id);
  if (!state) throw new Problem('not_found', { zh: '没有这个年度评审。', en: 'There is no such annual review.' });
  const { seq, status } = state.facts;
  const first = await deps.engine.actOnCampaign(campaign.id, act, seq);
  if (first.kind === 'gone' && !campaignLaw[status].final) await startCampaign(deps, campaign.id);
  const outcome = first.kind === 'gone' ? await deps.engine.actOnCampaign(campaign.id, act, seq) : first;
  switch (outcome.kind) {
    case 'answered':
      return outcome.answer;
    case 'refused':
      throw problemOf(outcome.refusal, { receivedAt });
    case 'slow':
      return null;
    case 'gone': {
      const judged = decideCampaign(state.facts, act);
      if (isCampaignRefusal(judged)) throw problemOf(judged, { receivedAt });
      throw new Problem('engine_unreachable', {
        zh: '流程引擎暂时没有回应，请稍后再试。',
        en: 'The workflow engine does not answer at the moment; please try again shortly.',
      });
    }
  }
}

function reused(): Problem {
  const freeText = {
    zh: '这个 Idempotency-Key 已用于另一次办理，请换一个新的。',
    en: 'This Idempotency-Key was used for another act; please take a new one.',
  };
  return new Problem('key_reused', freeText, { field: 'Idempotency-Key' });
}
