import type { MotionLine } from '../../meeting/meetingQueries.js';
import { fetchPapers } from '../../meeting/publishedPapers.js';
import { sendVote } from './castVote.js';
import { type StoredVote, storedVotes, storeVote, type Voting } from './storedVotes.js';

/** Sends every open vote of a meeting again, or looks up its receipt. Resolves to true when one has progressed. */
export async function verifyVotes(voting: Voting, motions: readonly MotionLine[]): Promise<boolean> {
  let moved = false;
  for (const vote of storedVotes(voting)) {
    if (vote.state !== 'signed' && vote.state !== 'held') continue;
    const motion = motions.find(({ id }) => id === vote.motionId);
    const next = motion ? await apply(voting.meetingId, vote, motion) : null;
    if (next) storeVote(voting, next);
    moved ||= next !== null;
  }
  return moved;
}

async function apply(meetingId: string, vote: StoredVote, motion: MotionLine): Promise<StoredVote | null> {
  if (motion.voidedBy !== null) return finalized(vote, 'void', null);
  if (motion.tally !== null) return await lookUp(meetingId, vote);
  // The server may have lost it: one that holds the ballot confirms it again. A refused one is looked up later.
  const taken = await sendVote(vote).then(
    () => true,
    () => false,
  );
  return taken && vote.state === 'signed' ? { ...vote, state: 'held' } : null;
}

/**
 * Finds the receipt in the whole list, so that nobody learns which one is the caller's, and the ballot as it was cast;
 * both lists must match the roots in the minutes.
 */
async function lookUp(meetingId: string, vote: StoredVote): Promise<StoredVote> {
  const { ballots, receipts, receiptsRoot, rooted } = await fetchPapers(meetingId, vote.motionId);
  const counted = ballots.some(({ serial, choice }) => serial === vote.ballot?.serial && choice === vote.choice);
  const found = rooted && counted && receipts.includes(vote.receipt.serial);
  return finalized(vote, found ? 'included' : 'missing', receiptsRoot);
}

/** What is kept of a finished vote: the receipt, and nothing that reveals the choice. */
function finalized(vote: StoredVote, state: 'included' | 'missing' | 'void', root: string | null): StoredVote {
  // A ballot that was not counted as cast is the voter's only proof: its number is kept.
  const forgets = state !== 'missing';
  return {
    ...vote,
    state,
    root,
    ...(forgets ? { ballot: null, choice: null } : {}),
    receipt: { serial: vote.receipt.serial, signature: vote.receipt.signature, blinded: null },
  };
}
