import type { Choice } from './choices.js';

// A voter has two papers for a motion, each signed blindly under a key of its own: with one key for both, whoever asked
// for two signatures could make two ballots of them.

/** A ballot as it lies in the box: what it says, under a number nobody can lead back to a person. */
export interface Ballot {
  /** 32 random bytes in hex, made by the voter's page. */
  readonly serial: string;
  /** RSASSA-PSS signature over the serial's message, base64. */
  readonly signature: string;
  readonly choice: Choice;
}

/** Shows that its holder's ballot was counted, and not what it said. */
export interface Receipt {
  readonly serial: string;
  readonly signature: string;
}

export type PaperKind = 'ballot' | 'receipt';

/** What the signature of a paper is over: which motion, which paper, which number. */
export function messageOf(kind: PaperKind, motionId: string, serial: string): string {
  return `pingshen ${kind} ${motionId} ${serial}`;
}

/** Papers in the one order they are kept and counted in, which says nothing of when they came. */
export function inOrder<Paper extends { readonly serial: string }>(papers: readonly Paper[]): readonly Paper[] {
  return papers.toSorted((a, b) => (a.serial < b.serial ? -1 : 1));
}

/** The leaves of the tree over the ballots of a motion. */
export function ballotLeaves(ballots: readonly Ballot[]): readonly string[] {
  return inOrder(ballots).map(({ serial, choice }) => `ballot ${serial} ${choice}`);
}

/** The leaf of a receipt, which its holder looks up. */
export const receiptLeaf = (serial: string) => `receipt ${serial}`;

/** The leaves of the tree over the receipts of a motion. */
export function receiptLeaves(receipts: readonly Pick<Receipt, 'serial'>[]): readonly string[] {
  return inOrder(receipts).map(({ serial }) => receiptLeaf(serial));
}
