import type { Act, ActData } from '../../rules/application/act.js';
import type { EventName, Role } from '../../rules/application/lifecycle.js';
import { instantFrom, stored } from '../timestamps.js';

/** The columns of an intake that hold its act, of an application or of a campaign. */
export interface ActRow<Event = EventName, Data = ActData> {
  readonly key: string;
  readonly event: Event;
  readonly actor_role: Role;
  readonly actor_id: string;
  readonly actor_scope: string | null;
  readonly received_at: Date;
  readonly expected_seq: number | null;
  readonly data: Data;
  readonly free_text_hash: string | null;
}

/** The act of an intake, as it was registered. */
export function actOf<Event, Data>(row: ActRow<Event, Data>) {
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

/** The columns of an act that is being registered. */
export function actColumns<Event, Data>(
  act: Omit<Act, 'event' | 'data'> & { readonly event: Event; readonly data: Data },
): ActRow<Event, Data> {
  return {
    key: act.key,
    event: act.event,
    actor_role: act.actor.role,
    actor_id: act.actor.personId,
    actor_scope: act.actor.scope,
    received_at: stored(act.receivedAt),
    expected_seq: act.expectedSeq,
    data: act.data,
    free_text_hash: act.freeTextHash,
  };
}
