import type { Choice } from '../../../rules/meeting/ballot/choices.js';
import type { BlindedPaper } from './papers.js';

// What a voter's page keeps on this device and nowhere else, so that a reload, a lost answer or a killed server loses no
// vote. Once the ballot is counted its number is forgotten: what stays shows inclusion, not content.

/** One vote of mine on its way. */
export interface KeptVote {
  readonly motionId: string;
  readonly applicantName: string;
  /** `signed`: on its way; `held`: a server has it in its memory. */
  readonly state: 'blinded' | 'signed' | 'held' | 'included' | 'missing' | 'void';
  readonly choice: Choice | null;
  /** Until it is counted. */
  readonly ballot: (BlindedPaper & { readonly signature: string | null }) | null;
  readonly receipt: {
    readonly serial: string;
    readonly signature: string | null;
    readonly blinded: BlindedPaper | null;
  };
  /** The root of the tree the receipt was found in. */
  readonly root: string | null;
}

/** Whose votes, of which meeting: several may share a device. */
export interface Voting {
  readonly meetingId: string;
  readonly personId: string;
}
const keyOf = ({ meetingId, personId }: Voting) => `pingshen ballot ${meetingId} ${personId}`;

/** My votes of a meeting, the last first. */
export function keptVotes(voting: Voting): readonly KeptVote[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(voting)) ?? '[]') as readonly KeptVote[];
  } catch {
    return [];
  }
}

/** Keeps a vote as it stands now. @throws when this browser keeps nothing: then nothing must be cast either */
export function keepVote(voting: Voting, vote: KeptVote): void {
  const others = keptVotes(voting).filter(({ motionId }) => motionId !== vote.motionId);
  localStorage.setItem(keyOf(voting), JSON.stringify([vote, ...others]));
}
