import type { Transition } from '../../rules/application/act.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import { feeChanges, type KnownFee } from '../../rules/fees/feeChanges.js';
import type { LetterRequest } from '../../rules/notifications/transitionLetters.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Statements } from '../database.js';
import { letterOf } from '../mail/letters.js';
import { feeRow, writeFees } from '../payment/writeFees.js';
import { stored } from '../timestamps.js';
import { eventHash } from './eventHash.js';
import { projectionOf } from './projection.js';

/** The recorded state of an application: its facts and the hash of its last event. */
export interface RecordedState {
  readonly facts: Facts;
  readonly lastHash: string;
}

// The row changes only if its seq and hash are those the transition was decided on; event, letters and fees depend on that change.
// $1 projection, $2 hash before, $3 event, $4 letters; $5 fees, where the transition changes them.
const appending = (name: string, more: string) => ({
  name,
  text: `
    WITH moved AS (
      UPDATE applications AS row SET
        status = next.status, seq = next.seq, due = next.due, department_id = next.department_id, level = next.level,
        track = next.track, employer_kind = next.employer_kind, specialty = next.specialty,
        submissions = next.submissions, facts = next.facts, last_hash = next.last_hash, updated_at = next.updated_at,
        started_at = COALESCE(row.started_at, next.started_at)
      FROM jsonb_populate_record(NULL::applications, $1::jsonb) AS next
      WHERE row.id = next.id AND row.seq = next.seq - 1 AND row.last_hash = $2
      RETURNING row.id, row.seq, row.campaign_id, row.updated_at
    ), letters AS (
      INSERT INTO outbox (application_id, seq, kind, role, scope, key, detail)
      SELECT moved.id, moved.seq, letter.kind, letter.role, letter.scope, letter.key, letter.detail
      FROM moved, jsonb_populate_recordset(NULL::outbox, $4::jsonb) AS letter
    )${more}
    INSERT INTO events
    SELECT event.* FROM moved,
      jsonb_populate_record(NULL::events, $3::jsonb || jsonb_build_object('recorded_at', clock_timestamp())) AS event`,
});
const append = appending('append_transition', '');
const appendWithFees = appending('append_transition_with_fees', writeFees('$5'));

/** What is written with a transition. */
interface Written {
  readonly letterRequests: readonly LetterRequest[];
  /** The application's workflow runs. */
  readonly started: boolean;
  /** By which the transition was decided. */
  readonly policy: Policy;
  /** Before an amendment: the fees recorded so far; otherwise null. */
  readonly knownFees?: readonly KnownFee[] | null;
}

/**
 * Writes one transition with its letters and what it does to fees in one statement. Returns the new state, or null when the
 * row has another seq or hash, because the transition was written before.
 */
export async function appendTransition(
  statements: Statements,
  before: RecordedState,
  transition: Transition,
  { letterRequests: notices, started, policy, knownFees = null }: Written,
): Promise<RecordedState | null> {
  const facts = evolve(before.facts, transition);
  const hash = eventHash(facts.applicationId, transition, before.lastHash);
  const letters = notices.map((letterTo) => letterOf(letterTo, transition, facts));
  const values = [projectionRow(facts, transition, hash, started), before.lastHash];
  const event = eventRow(facts.applicationId, transition, before.lastHash, hash);
  const fees = feeChanges(before.facts, transition, policy, knownFees).map(feeRow);
  const { rowCount } = await statements.query({
    ...(fees.length > 0 ? appendWithFees : append),
    values: [...values, event, letters, ...(fees.length > 0 ? [fees] : [])].map((value) =>
      typeof value === 'string' ? value : JSON.stringify(value),
    ),
  });
  return rowCount === 1 ? { facts, lastHash: hash } : null;
}

function projectionRow(facts: Facts, transition: Transition, hash: string, started: boolean) {
  const { id, departmentId, employerKind, ...same } = projectionOf(facts);
  const at = stored(transition.at);
  return {
    ...same,
    id,
    department_id: departmentId,
    employer_kind: employerKind,
    last_hash: hash,
    updated_at: at,
    started_at: started ? at : null,
  };
}

function eventRow(applicationId: string, transition: Transition, prevHash: string, hash: string) {
  const { seq, law, key, event, actor, at, from, to, data, changes, deadlines, freeTextHash } = transition;
  return {
    application_id: applicationId,
    seq,
    law,
    key,
    event,
    data,
    changes,
    deadlines,
    hash,
    actor_role: actor.role,
    actor_id: actor.personId,
    actor_scope: actor.scope,
    at: stored(at),
    from_status: from,
    to_status: to,
    free_text_hash: freeTextHash,
    prev_hash: prevHash,
  };
}
