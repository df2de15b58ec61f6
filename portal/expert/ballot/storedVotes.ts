import type { Choice } from '../../../rules/meeting/ballot/choices.js';
import type { BlindedPaper } from './papers.js';

// The voter's secrets, kept on this device only, so that a reload, a lost answer or a killed server loses no vote. Once
// the ballot is counted its serial number is deleted: what remains proves inclusion, not content.

/** One vote of the caller. */
export interface StoredVote {
  readonly motionId: string;
  readonly applicantName: string;
  /** `signed`: being submitted; `held`: a server has it in memory. */
  readonly state: 'blinded' | 'signed' | 'held' | 'included' | 'missing' | 'void';
  readonly choice: Choice | null;
  /** Deleted once the ballot is counted. */
  readonly ballot: (BlindedPaper & { readonly signature: string | null }) | null;
  readonly receipt: {
    readonly serial: string;
    readonly signature: string | null;
    readonly blinded: BlindedPaper | null;
  };
  /** The root of the Merkle tree in which the receipt was found. */
  readonly root: string | null;
}

/** The voter and the meeting: several voters may share a device. */
export interface Voting {
  readonly meetingId: string;
  readonly personId: string;
}
const keyOf = ({ meetingId, personId }: Voting) => `pingshen ballot ${meetingId} ${personId}`;

/** The caller's votes of a meeting, latest first. */
export function storedVotes(voting: Voting): readonly StoredVote[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(voting)) ?? '[]') as readonly StoredVote[];
  } catch {
    return [];
  }
}

/** Stores the current state of a vote. @throws when this browser stores nothing: then no vote may be cast */
export function storeVote(voting: Voting, vote: StoredVote): void {
  const others = storedVotes(voting).filter(({ motionId }) => motionId !== vote.motionId);
  localStorage.setItem(keyOf(voting), JSON.stringify([vote, ...others]));
}
