import type { Act, ActData } from '../../rules/application/act.js';
import type { EventName, Role } from '../../rules/application/lifecycle.js';
import { instantFrom } from '../timestamps.js';

/** The columns of an intake that hold its act. */
export interface ActRow {
  readonly key: string;
  readonly event: EventName;
  readonly actor_role: Role;
  readonly actor_id: string;
  readonly actor_scope: string | null;
  readonly received_at: Date;
  readonly expected_seq: number | null;
  readonly data: ActData;
  readonly free_text_hash: string | null;
}

/** The act of an intake, as it was registered. */
export function actOf(row: ActRow): Act {
  return {
    key: row.key,
    event: row.event,
    actor: { role: row.actor_role, personId: row.actor_id, scope: row.actor_scope },
    receivedAt: instantFrom(row.received_at),
    expectedSeq: row.expected_seq,
    data: row.data,
    freeTextHash: row.free_text_hash,
  };
}
