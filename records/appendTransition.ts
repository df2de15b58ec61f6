import type { Transition } from '../rules/act.js';
import { evolve } from '../rules/evolve.js';
import type { Facts } from '../rules/facts.js';
import type { Notice } from '../rules/notices.js';
import { type Connection, sql } from './database.js';
import { eventHash } from './eventHash.js';
import { stored } from './instants.js';
import { letterOf } from './letters.js';
import { projectionOf } from './projection.js';

/** Where an application stands: its facts and the hash of its last event. */
export interface Standing {
  readonly facts: Facts;
  readonly lastHash: string;
}

/**
 * Writes one transition, whole or not at all, in one statement: the projection moves on only from the standing it was
 * decided on; event, letters and the finished intake hang on that move. Returns the new standing, or null when the row
 * stands somewhere else (somebody wrote this transition before us).
 */
export async function appendTransition(
  connection: Connection,
  applicationId: string,
  before: Standing,
  transition: Transition,
  { notices, started }: { readonly notices: readonly Notice[]; readonly started: boolean },
): Promise<Standing | null> {
  const { seq, key, event, actor, from, to, data, wordsHash, changes, deadlines } = transition;
  const facts = evolve(before.facts, transition);
  const hash = eventHash(applicationId, transition, before.lastHash);
  const row = projectionOf(facts);
  const at = stored(transition.at);
  const letters = notices.map((notice) => letterOf(notice, transition, facts));
  const moved = await connection.$executeRaw`
    WITH moved AS (
      UPDATE applications SET
        status = ${row.status}, seq = ${seq}::int, due = ${row.due}::timestamptz, department_id = ${row.departmentId},
        level = ${row.level}, track = ${row.track}, employer_kind = ${row.employerKind}, specialty = ${row.specialty},
        submissions = ${row.submissions}::int, facts = ${JSON.stringify(facts)}::jsonb, last_hash = ${hash},
        updated_at = ${at}::timestamptz, started_at = ${started ? sql`COALESCE(started_at, ${at}::timestamptz)` : sql`started_at`}
      WHERE id = ${applicationId}::uuid AND seq = ${seq - 1}::int AND last_hash = ${before.lastHash}
      RETURNING id
    ), letters AS (
      INSERT INTO outbox (application_id, seq, kind, role, scope, key, detail)
      SELECT moved.id, ${seq}::int, letter.kind, letter.role, letter.scope, letter.key, letter.detail
      FROM moved, jsonb_to_recordset(${JSON.stringify(letters)}::jsonb)
        AS letter(kind text, role text, scope text, key text, detail jsonb)
    ), finished AS (
      UPDATE intakes SET outcome = 'done', answer = ${JSON.stringify({ status: to, seq })}::jsonb, refusal = NULL,
        finished_at = clock_timestamp()
      FROM moved WHERE application_id = moved.id AND key = ${key}
    )
    INSERT INTO events (application_id, seq, key, event, actor_role, actor_id, actor_scope, at, from_status, to_status,
                        data, changes, deadlines, words_hash, prev_hash, hash)
    SELECT moved.id, ${seq}::int, ${key}, ${event}, ${actor.role}, ${actor.personId}, ${actor.scope},
           ${at}::timestamptz, ${from}, ${to}, ${JSON.stringify(data)}::jsonb, ${JSON.stringify(changes)}::jsonb,
           ${JSON.stringify(deadlines)}::jsonb, ${wordsHash}, ${before.lastHash}, ${hash}
    FROM moved`;
  return moved === 1 ? { facts, lastHash: hash } : null;
}
