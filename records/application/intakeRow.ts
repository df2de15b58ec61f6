import { randomUUID } from 'node:crypto';
import type { Act } from '../../rules/application/act.js';
import type { ApplyingPerson } from '../people/otherAccounts.js';
import type { PositionsOf } from '../positions/positionLock.js';
import type { ActFreeText } from './actFreeText.js';
import { actColumns } from './actOf.js';

/** An act as the API registers it. */
export interface Registration {
  readonly applicationId: string;
  readonly act: Act;
  /** What people wrote; `act.freeTextHash` must be `hashOf(freeText)`. */
  readonly freeText: ActFreeText | null;
  /** Tells a repeated request from another one under the same key. */
  readonly bodyHash: string;
  /** The unit's positions that are counted with the act as it is registered, where it takes one. */
  readonly positions?: PositionsOf | null;
  /** Whose applications under other accounts are counted with the act, where it hands one in. */
  readonly person?: ApplyingPerson | null;
}

/** The row of an act without an outcome, by column names. */
export function intakeRow({ applicationId, act, freeText, bodyHash }: Registration) {
  return {
    id: randomUUID(),
    application_id: applicationId,
    ...actColumns(act),
    free_text: freeText,
    body_hash: bodyHash,
  };
}
