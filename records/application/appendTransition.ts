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

/** A transition to write, with the state it was decided on. */
export interface Step {
  readonly before: RecordedState;
  readonly transition: Transition;
  readonly letterRequests: readonly LetterRequest[];
  /** The application's workflow runs. */
  readonly started: boolean;
  /** By which the transition was decided. */
  readonly policy: Policy;
  /** Before an amendment: the fees recorded so far; otherwise null. */
  readonly knownFees?: readonly KnownFee[] | null;
  /** Whether the intake of acts closes for the instant of the transition, as a deadline closes it. */
  readonly closesIntake?: boolean;
}

// A row changes only if its seq and hash are those its transition was decided on; event, letters and fees depend on that change.
// Each event is read once, in FROM: `(jsonb_populate_record(…)).*` would read it once for every column.
// $1 projections, $2 events, $3 letters; $4 fees, where a transition changes them.
const appending = (name: string, more: string) => ({
  name,
  text: `
    WITH event AS (
      SELECT written.* FROM jsonb_array_elements($2::jsonb) AS one,
        LATERAL jsonb_populate_record(NULL::events, one || jsonb_build_object('recorded_at', clock_timestamp())) AS written
    ), moved AS (
      UPDATE applications AS row SET
        status = next.status, seq = next.seq, due = next.due, department_id = next.department_id, level = next.level,
        track = next.track, employer_kind = next.employer_kind, specialty = next.specialty,
        submissions = next.submissions, facts = next.facts, last_hash = next.last_hash, updated_at = next.updated_at,
        started_at = COALESCE(row.started_at, next.started_at),
        intake_cutoff = GREATEST(row.intake_cutoff, next.intake_cutoff)
      FROM jsonb_populate_recordset(NULL::applications, $1::jsonb) AS next JOIN event ON event.application_id = next.id
      WHERE row.id = next.id AND row.seq = next.seq - 1 AND row.last_hash = event.prev_hash
      RETURNING row.id, row.seq, row.campaign_id, row.updated_at
    ), letters AS (
      INSERT INTO outbox (application_id, seq, kind, role, scope, key, detail)
      SELECT moved.id, moved.seq, letter.kind, letter.role, letter.scope, letter.key, letter.detail
      FROM moved JOIN jsonb_populate_recordset(NULL::outbox, $3::jsonb) AS letter ON letter.application_id = moved.id
    )${more}
    INSERT INTO events SELECT event.* FROM event JOIN moved ON moved.id = event.application_id
    RETURNING application_id AS id`,
});
const append = appending('append_transitions', '');
const appendWithFees = appending('append_transitions_with_fees', writeFees('$4'));

/**
 * Writes transitions of different applications, each with its letters and what it does to fees, in one statement. Returns
 * the new states by the application's id, without those whose row has another seq or hash, because the transition was
 * written before.
 */
export async function appendTransitions(
  statements: Statements,
  steps: readonly Step[],
): Promise<ReadonlyMap<string, RecordedState>> {
  const written = steps.map((step) => {
    const { before, transition, letterRequests, policy, knownFees = null } = step;
    const facts = evolve(before.facts, transition);
    const { applicationId } = facts;
    const lastHash = eventHash(applicationId, transition, before.lastHash);
    return {
      state: { facts, lastHash },
      row: projectionRow(facts, step, lastHash),
      event: eventRow(applicationId, transition, before.lastHash, lastHash),
      letters: letterRequests.map((to) => ({ application_id: applicationId, ...letterOf(to, transition, facts) })),
      fees: feeChanges(before.facts, transition, policy, knownFees).map((change) => feeRow(applicationId, change)),
    };
  });
  const fees = written.flatMap((each) => each.fees);
  const values = [
    written.map(({ row }) => row),
    written.map(({ event }) => event),
    written.flatMap(({ letters }) => letters),
    ...(fees.length > 0 ? [fees] : []),
  ];
  const { rows } = await statements.query<{ id: string }>({
    ...(fees.length > 0 ? appendWithFees : append),
    values: values.map((value) => JSON.stringify(value)),
  });
  const moved = new Set(rows.map(({ id }) => id));
  const states = written.map(({ state }) => [state.facts.applicationId, state] as const);
  return new Map(states.filter(([id]) => moved.has(id)));
}

/** Writes one transition. Returns the new state, or null when the row has another seq or hash. */
export async function appendTransition(statements: Statements, step: Step): Promise<RecordedState | null> {
  return (await appendTransitions(statements, [step])).get(step.before.facts.applicationId) ?? null;
}

function projectionRow(facts: Facts, { transition, started, closesIntake }: Step, hash: string) {
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
    intake_cutoff: closesIntake ? at : null,
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
