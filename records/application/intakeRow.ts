import { randomUUID } from 'node:crypto';
import type { Act } from '../../rules/application/act.js';
import { stored } from '../timestamps.js';
import type { ActFreeText } from './actFreeText.js';

/** An act as the API registers it. */
export interface Registration {
  readonly applicationId: string;
  readonly act: Act;
  /** What people wrote; `act.freeTextHash` must be `hashOf(freeText)`. */
  readonly freeText: ActFreeText | null;
  /** Tells a repeated request from another one under the same key. */
  readonly bodyHash: string;
}

/** The row of an act without an outcome, by column names. */
export function intakeRow({ applicationId, act, freeText, bodyHash }: Registration) {
  return {
    id: randomUUID(),
    application_id: applicationId,
    key: act.key,
    event: act.event,
    actor_role: act.actor.role,
    actor_id: act.actor.personId,
    actor_scope: act.actor.scope,
    received_at: stored(act.receivedAt),
    expected_seq: act.expectedSeq,
    data: act.data,
    free_text: freeText,
    free_text_hash: act.freeTextHash,
    body_hash: bodyHash,
  };
}
