import type { Choice } from './choices.js';

// A voter has two papers for a motion, each signed blindly under its own key: with one key for both, a voter could make
// two ballots of the two signatures.

/** A ballot in the box: its choice, under a number that nobody can trace to a person. */
export interface Ballot {
  /** 32 random bytes in hex, made by the voter's page. */
  readonly serial: string;
  /** RSASSA-PSS signature over the serial's message, base64. */
  readonly signature: string;
  readonly choice: Choice;
}

/** Proves that its holder's ballot was counted, without the choice. */
export interface Receipt {
  readonly serial: string;
  readonly signature: string;
}

export type PaperKind = 'ballot' | 'receipt';

/** The signed message of a paper: motion, kind and number. */
export function messageOf(kind: PaperKind, motionId: string, serial: string): string {
  return `pingshen ${kind} ${motionId} ${serial}`;
}

/** Papers in their canonical order, which does not depend on when they came. */
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
