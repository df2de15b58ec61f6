import { merkleRoot } from '../../rules/meeting/ballot/merkle.js';
import { ballotLeaves, receiptLeaves } from '../../rules/meeting/ballot/papers.js';
import { answer, api } from '../api/client.js';

/** The published papers of a counted vote; `rooted`: both lists match the roots in the minutes. */
export async function fetchPapers(meetingId: string, motionId: string) {
  const path = { id: meetingId, motionId };
  const papers = await answer(api.GET('/api/meetings/{id}/motions/{motionId}/papers', { params: { path } }));
  // The API's schema has a nullable hash; in this list it is never null.
  const ballots = papers.ballots.map(({ serial, choice }) => ({ serial: serial ?? '', choice, signature: '' }));
  const receipts = papers.receipts.flatMap((serial) => (serial === null ? [] : [serial]));
  const rooted =
    merkleRoot(receiptLeaves(receipts.map((serial) => ({ serial })))) === papers.receiptsRoot &&
    merkleRoot(ballotLeaves(ballots)) === papers.ballotsRoot;
  const { ballotsRoot, receiptsRoot } = papers;
  return { ballots, receipts, ballotsRoot, receiptsRoot, rooted };
}
export type PublishedLists = Awaited<ReturnType<typeof fetchPapers>>;
