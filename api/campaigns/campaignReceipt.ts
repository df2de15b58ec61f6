import type { CampaignActOutcome } from '../../engine/performCampaignAct.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { CampaignAnswer } from '../../rules/campaign/campaignFacts.js';
import { Problem, problemOf } from '../http/problem.js';

/** What the caller gets; `answer` null: the engine is slow, and the same key gives the outcome later. */
export interface CampaignReceipt {
  readonly answer: CampaignAnswer | null;
  readonly receivedAt: Instant;
}

/**
 * The receipt of an act on a campaign.
 *
 * @throws Problem with the law's refusal, `key_reused`, `not_found` or `engine_unreachable`
 */
export function campaignReceipt(outcome: CampaignActOutcome): CampaignReceipt {
  switch (outcome.kind) {
    case 'answered':
      return { answer: outcome.answer, receivedAt: outcome.receivedAt };
    case 'slow':
      return { answer: null, receivedAt: outcome.receivedAt };
    case 'refused':
      throw problemOf(outcome.refusal, { receivedAt: outcome.receivedAt });
    case 'key_reused':
      throw new Problem(
        'key_reused',
        {
          zh: '这个 Idempotency-Key 已用于另一次办理，请换一个新的。',
          en: 'This Idempotency-Key was used for another act; please take a new one.',
        },
        { field: 'Idempotency-Key' },
      );
    case 'unknown_campaign':
      throw new Problem('not_found', { zh: '没有这个年度评审。', en: 'There is no such annual review.' });
    case 'unreachable':
      throw new Problem('engine_unreachable', {
        zh: '流程引擎暂时没有回应，请稍后再试。',
        en: 'The workflow engine does not answer at the moment; please try again shortly.',
      });
  }
}
