import type { Tally } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Leader } from '../../rules/meeting/leading.js';
import type { MotionEvent, MotionState } from '../../rules/meeting/motionLaw.js';
import type { Statements } from '../database.js';
import { stored } from '../timestamps.js';
import type { Motion } from './motions.js';

/** Opens a motion with its keys and those present. */
export async function openMotion(
  statements: Statements,
  opened: {
    readonly id: string;
    readonly state: MotionState;
    readonly at: Instant;
    readonly counts: Pick<Tally, 'committee' | 'attending' | 'recused'>;
    readonly leader: Leader;
    readonly keys: { readonly ballotKey: string; readonly receiptKey: string; readonly sealedKeys: string };
    readonly attending: readonly { readonly expertId: string; readonly recused: boolean }[];
  },
): Promise<void> {
  const { id, state, at, counts, leader, keys, attending } = opened;
  await statements.query({
    name: 'open_motion',
    text: `UPDATE motions SET state = $2, opened_at = $3, committee = $4, attending = $5, recused = $6,
             ballot_key = $7, receipt_key = $8, sealed_keys = $9, opened_by = $10, opened_as = $11 WHERE id = $1`,
    values: [
      ...[id, state, stored(at), counts.committee, counts.attending, counts.recused],
      ...[keys.ballotKey, keys.receiptKey, keys.sealedKeys, leader.expertId, leader.as],
    ],
  });
  await statements.query({
    name: 'motion_voters',
    text: `INSERT INTO motion_voters (motion_id, expert_id, recused)
           SELECT $1, expert, recused FROM unnest($2::uuid[], $3::boolean[]) AS voter (expert, recused)`,
    values: [id, attending.map(({ expertId }) => expertId), attending.map(({ recused }) => recused)],
  });
}

/** Notes the member the office named to lead a vote, and why. */
export async function nameLead(
  statements: Statements,
  named: {
    readonly id: string;
    readonly expertId: string;
    readonly by: string;
    readonly at: Instant;
    readonly reason: string;
  },
): Promise<void> {
  const { id, expertId, by, at, reason } = named;
  await statements.query({
    name: 'name_lead',
    text: 'UPDATE motions SET named_expert = $2, named_by = $3, named_at = $4, named_reason = $5 WHERE id = $1',
    values: [id, expertId, by, stored(at), reason],
  });
}

/** Begins to close a motion: no ballot is given out any more. */
export async function beginClosing(
  statements: Statements,
  closing: { readonly id: string; readonly state: MotionState; readonly at: Instant; readonly leader: Leader },
): Promise<void> {
  const { id, state, at, leader } = closing;
  const text = 'UPDATE motions SET state = $2, closing_at = $3, ended_by = $4, ended_as = $5 WHERE id = $1';
  await statements.query({ name: 'begin_closing', text, values: [id, state, stored(at), leader.expertId, leader.as] });
}

/** Stores the count and deletes the private keys. */
export async function closeMotion(
  statements: Statements,
  closed: {
    readonly id: string;
    readonly state: MotionState;
    readonly at: Instant;
    readonly tally: Tally;
    readonly notCast: number;
    readonly ballotsRoot: string;
    readonly receiptsRoot: string;
  },
): Promise<void> {
  const { id, state, at, tally, notCast, ballotsRoot, receiptsRoot } = closed;
  await statements.query({
    name: 'close_motion',
    text: `UPDATE motions SET state = $2, ended_at = $3, sealed_keys = NULL, agree = $4, disagree = $5, abstain = $6,
             not_cast = $7, ballots_root = $8, receipts_root = $9 WHERE id = $1`,
    values: [
      ...[id, state, stored(at), tally.agree, tally.disagree, tally.abstain, notCast],
      ...[ballotsRoot, receiptsRoot],
    ],
  });
}

/** Voids a motion, deletes its ballots and receipts, and puts the next round on the agenda. */
export async function voidMotion(
  statements: Statements,
  voided: {
    readonly motion: Motion;
    readonly state: MotionState;
    readonly at: Instant;
    readonly by: MotionEvent;
    readonly reason: string | null;
    /** Who led it; null: it became void by itself. */
    readonly leader: Leader | null;
  },
): Promise<void> {
  const { motion, state, at, by, reason, leader } = voided;
  await statements.query({
    name: 'void_motion',
    text: `UPDATE motions SET state = $2, ended_at = $3, voided_by = $4, voided_reason = $5, sealed_keys = NULL,
             ended_by = $6, ended_as = $7 WHERE id = $1`,
    values: [motion.id, state, stored(at), by, reason, leader?.expertId ?? null, leader?.as ?? null],
  });
  for (const table of ['ballots', 'receipts'])
    await statements.query(`DELETE FROM ${table} WHERE motion_id = $1`, [motion.id]);
  await statements.query({
    name: 'next_round',
    text: `INSERT INTO motions (meeting_id, application_id, round, ordinal, named_expert, named_by, named_at, named_reason)
           SELECT meeting_id, application_id, round + 1, ordinal, named_expert, named_by, named_at, named_reason
           FROM motions WHERE id = $1`,
    values: [motion.id],
  });
}
