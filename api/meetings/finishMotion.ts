import type { Statements } from '../../records/database.js';
import { ballotsOf, receiptsOf } from '../../records/meeting/ballots.js';
import type { Motion } from '../../records/meeting/motions.js';
import { closeMotion } from '../../records/meeting/moveMotion.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { countBallots } from '../../rules/meeting/ballot/count.js';
import { merkleRoot } from '../../rules/meeting/ballot/merkle.js';
import { ballotLeaves, receiptLeaves } from '../../rules/meeting/ballot/papers.js';
import { motionAfter } from '../../rules/meeting/motionLaw.js';

/** Counts a motion whose boxes are empty, and closes it. The caller holds the lock of the motion's row. */
export async function finishMotion(
  statements: Statements,
  { motion, at }: { readonly motion: Motion; readonly at: Instant },
): Promise<void> {
  const { id, committee, attending, recused } = motion;
  const state = motionAfter(motion.state, 'votes_closed');
  if (state === null || committee === null || attending === null || recused === null) {
    throw new Error(`motion ${id} is not being counted`);
  }
  const ballots = await ballotsOf(statements, id);
  const count = countBallots(ballots, { committee, attending, recused });
  const roots = {
    ballotsRoot: merkleRoot(ballotLeaves(ballots)),
    receiptsRoot: merkleRoot(receiptLeaves(await receiptsOf(statements, id))),
  };
  await closeMotion(statements, { id, state, at, ...count, ...roots });
}
