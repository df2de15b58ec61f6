import { merkleRoot } from '../../rules/meeting/ballot/merkle.js';
import { ballotLeaves, receiptLeaves } from '../../rules/meeting/ballot/papers.js';
import { answer, api } from '../api/client.js';

/** The published papers of a vote that has been counted; `rooted`: both lists lead to the roots in the minutes. */
export async function fetchPapers(meetingId: string, motionId: string) {
  const path = { id: meetingId, motionId };
  const papers = await answer(api.GET('/api/meetings/{id}/motions/{motionId}/papers', { params: { path } }));
  // A number is written nullable in the reference, as every hash is; in a list it never is.
  const ballots = papers.ballots.map(({ serial, choice }) => ({ serial: serial ?? '', choice, signature: '' }));
  const receipts = papers.receipts.flatMap((serial) => (serial === null ? [] : [serial]));
  const rooted =
    merkleRoot(receiptLeaves(receipts.map((serial) => ({ serial })))) === papers.receiptsRoot &&
    merkleRoot(ballotLeaves(ballots)) === papers.ballotsRoot;
  const { ballotsRoot, receiptsRoot } = papers;
  return { ballots, receipts, ballotsRoot, receiptsRoot, rooted };
}
export type PublishedLists = Awaited<ReturnType<typeof fetchPapers>>;
