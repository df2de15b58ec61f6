import type { Choice } from '../../../rules/meeting/ballot/choices.js';
import { answer, api } from '../../api/client.js';
import type { Motion } from '../../meeting/meetingQueries.js';
import { blindPaper, unblindPaper } from './papers.js';
import { type StoredVote, storedVotes, storeVote, type Voting } from './storedVotes.js';

/**
 * Casts a vote: makes the papers, has them signed, submits the ballot. Every step is stored on this device, so that a
 * repeated call continues where the last one stopped.
 */
export async function castVote(voting: Voting, motion: Motion, choice: Choice): Promise<void> {
  const { keys, id: motionId } = motion;
  if (keys === null) throw new Error('no papers for this voter');
  const vote = storedVotes(voting).find((one) => one.motionId === motionId) ?? (await makeVote(motion, keys));
  // Stored before it is sent: a lost answer is requested again with the same papers.
  storeVote(voting, vote);
  const signed = await signVote(voting.meetingId, { ...vote, choice }, keys);
  storeVote(voting, signed);
  await sendVote(signed);
  storeVote(voting, { ...signed, state: 'held' });
}

async function makeVote(motion: Motion, keys: NonNullable<Motion['keys']>): Promise<StoredVote> {
  const { id: motionId, application } = motion;
  const ballot = await blindPaper('ballot', motionId, keys.ballot);
  const receipt = await blindPaper('receipt', motionId, keys.receipt);
  return {
    motionId,
    applicantName: application.applicantName,
    state: 'blinded',
    choice: null,
    root: null,
    ballot: { ...ballot, signature: null },
    receipt: { serial: receipt.serial, signature: null, blinded: receipt },
  };
}

async function signVote(meetingId: string, vote: StoredVote, keys: NonNullable<Motion['keys']>): Promise<StoredVote> {
  const { motionId, ballot, receipt } = vote;
  if (ballot === null || receipt.blinded === null) return vote;
  const signatures = await answer(
    api.POST('/api/meetings/{id}/motions/{motionId}/tokens', {
      params: { path: { id: meetingId, motionId } },
      body: { ballot: ballot.blinded, receipt: receipt.blinded.blinded },
    }),
  );
  return {
    ...vote,
    state: 'signed',
    ballot: { ...ballot, signature: await unblindPaper('ballot', motionId, keys.ballot, ballot, signatures.ballot) },
    receipt: {
      ...receipt,
      signature: await unblindPaper('receipt', motionId, keys.receipt, receipt.blinded, signatures.receipt),
    },
  };
}

/**
 * Submits a ballot without the session, so that the voter stays anonymous. Submitting the same ballot again has no
 * effect.
 */
export async function sendVote({ motionId, ballot, receipt, choice }: StoredVote): Promise<void> {
  if (ballot?.signature == null || receipt.signature === null || choice === null) return;
  const response = await fetch(`/api/ballots/${motionId}`, {
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ballot: { serial: ballot.serial, signature: ballot.signature, choice },
      receipt: { serial: receipt.serial, signature: receipt.signature },
    }),
  });
  if (!response.ok) throw new Error(`the ballot was not taken: ${response.status}`);
}
