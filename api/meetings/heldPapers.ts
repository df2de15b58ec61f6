import type { Ballot, Receipt } from '../../rules/meeting/ballot/papers.js';

/** Outcome of submitting papers: held now or before; or one of them was used together with another. */
export type SubmittedPaper = 'held' | 'contradicts' | 'too_late';

/**
 * The papers of one motion in the memory of this process, until the motion is closed. They are kept under their serials
 * and read in no other order; neither the time of a paper nor the papers that came with it are kept.
 */
export class HeldPapers {
  readonly #ballots = new Map<string, Ballot>();
  readonly #receipts = new Map<string, Receipt>();
  /** Which receipt a ballot came with, so that one receipt serves one ballot. Memory only, and gone with the motion. */
  readonly #pairs = new Map<string, string>();
  /** Set while what is held is being written down: nothing more is taken in. */
  sealed = false;

  submitPapers(ballot: Ballot, receipt: Receipt): SubmittedPaper {
    const known = this.#ballots.get(ballot.serial);
    if (known) {
      const same = known.choice === ballot.choice && this.#pairs.get(receipt.serial) === ballot.serial;
      return same ? 'held' : 'contradicts';
    }
    if (this.#receipts.has(receipt.serial)) return 'contradicts';
    if (this.sealed) return 'too_late';
    this.#ballots.set(ballot.serial, ballot);
    this.#receipts.set(receipt.serial, receipt);
    this.#pairs.set(receipt.serial, ballot.serial);
    return 'held';
  }

  get ballots(): readonly Ballot[] {
    return [...this.#ballots.values()];
  }
  get receipts(): readonly Receipt[] {
    return [...this.#receipts.values()];
  }
  get size(): number {
    return this.#ballots.size;
  }
}
