import { randomUUID } from 'node:crypto';
import type { Statements } from '../../records/database.js';
import { inTransaction } from '../../records/inTransaction.js';
import {
  countPapers,
  countTokens,
  emptyBox,
  fullBoxes,
  registerBox,
  setCollecting,
} from '../../records/meeting/ballots.js';
import { findMotion, lockMotion, type Motion } from '../../records/meeting/motions.js';
import type { Ballot, Receipt } from '../../rules/meeting/ballot/papers.js';
import { givesPapers, isUnderWay } from '../../rules/meeting/motionLaw.js';
import type { Deps } from '../deps.js';
import { finishMotion } from './finishMotion.js';
import { HeldPapers, type SubmittedPaper } from './heldPapers.js';
import type { BlindSigner } from './motionKeys.js';

/** How often a process looks after the motions it holds papers of. */
const everyMs = 250;
/** How long a closing motion waits for papers that were given out and have not come in. */
const drainMs = 10_000;
/** How long the emptying of the boxes waits for a process that may have died. */
const collectingMs = 3_000;

type Needs = Pick<Deps, 'db' | 'clock' | 'ballotDrainMs'>;

/**
 * Ballots in this process's memory, and the one moment in which they are written down. Any number of processes hold
 * papers; while a motion closes, each registers its receipts, and once every paper given out has come in, or the motion
 * has waited long enough, each writes its ballots in one transaction. The process that finds all boxes empty counts. What a killed
 * process held is sent again by the pages; see docs/ballot.md.
 */
export class BallotBox {
  readonly #box = randomUUID();
  readonly #held = new Map<string, HeldPapers>();
  /** Motions this process looks after, with when it saw them close and being collected. */
  readonly #seen = new Map<string, { closing: number | null; collecting: number | null }>();
  #timer: NodeJS.Timeout | undefined;
  #looking = false;

  constructor(
    private readonly deps: Needs,
    private readonly signer: BlindSigner,
  ) {}

  /** Takes papers in. They have been checked: signatures, and that the motion takes ballots. */
  submitPapers(motionId: string, ballot: Ballot, receipt: Receipt): SubmittedPaper {
    const papers = this.#held.get(motionId) ?? new HeldPapers();
    this.#held.set(motionId, papers);
    this.watch(motionId);
    return papers.submitPapers(ballot, receipt);
  }

  /** Looks after a motion until it has ended. */
  watch(motionId: string): void {
    if (!this.#seen.has(motionId)) this.#seen.set(motionId, { closing: null, collecting: null });
    this.#timer ??= setInterval(() => void this.#lookAround(), everyMs).unref();
  }

  /** Goes on with a closing motion as far as it can go now. */
  async finalize(motionId: string): Promise<void> {
    this.watch(motionId);
    while (await this.#step(motionId));
  }

  async #lookAround(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    try {
      for (const motionId of [...this.#seen.keys()]) await this.finalize(motionId);
    } catch {
      // The database is away: tried again a moment later. Nothing is logged, because a log line has a time.
    } finally {
      this.#looking = false;
    }
  }

  /** One step. True: there may be another at once. */
  async #step(motionId: string): Promise<boolean> {
    const now = await findMotion(this.deps.db, motionId);
    if (now && givesPapers(now.state)) return false;
    const did = await inTransaction(this.deps.db, async (statements) => {
      const motion = await lockMotion(statements, motionId);
      if (!motion || !isUnderWay(motion.state)) return 'ended' as const;
      return motion.collecting ? await this.#collect(statements, motion) : await this.#register(statements, motion);
    });
    if (did === 'ended') this.#forget(motionId);
    return did === 'goes_on';
  }

  /** Says what this box has promised, and begins the emptying once everything given out has come in. */
  async #register(statements: Statements, { id }: Motion): Promise<'waits' | 'goes_on'> {
    const seen = this.#look(id, { collecting: null });
    const held = this.#held.get(id);
    if (held) held.sealed = false;
    if (held?.size) await registerBox(statements, { motionId: id, box: this.#box, receipts: held.receipts });
    const promised = await countPapers(statements, 'receipts', id);
    const waited = performance.now() - (seen.closing ?? 0);
    const everything = promised >= (await countTokens(statements, id));
    if (!everything && waited < (this.deps.ballotDrainMs ?? drainMs)) return 'waits';
    await setCollecting(statements, id, true);
    return 'goes_on';
  }

  /** Writes this box down; when every box is empty, counts. */
  async #collect(statements: Statements, motion: Motion): Promise<'waits' | 'goes_on' | 'ended'> {
    const { id } = motion;
    const seen = this.#look(id, { collecting: performance.now() });
    const held = this.#held.get(id);
    if (held?.size) {
      // From here on nothing is taken in: what comes now is not in what is written.
      held.sealed = true;
      // A paper that came after this box had said what it promised is promised with what it is written with.
      await registerBox(statements, { motionId: id, box: this.#box, receipts: held.receipts });
      await emptyBox(statements, { motionId: id, box: this.#box, ballots: held.ballots });
    }
    if ((await fullBoxes(statements, id)) > 0) {
      if (performance.now() - (seen.collecting ?? 0) < collectingMs) return 'waits';
      await setCollecting(statements, id, false);
      return 'waits';
    }
    const ballots = await countPapers(statements, 'ballots', id);
    const receipts = await countPapers(statements, 'receipts', id);
    if (ballots !== receipts) {
      // A box was lost with the process that held it. Its voters' pages send again what it held.
      await setCollecting(statements, id, false);
      return 'waits';
    }
    await finishMotion(statements, { motion, at: await this.deps.clock() });
    return 'ended';
  }

  #look(id: string, { collecting }: { collecting: number | null }) {
    const now = performance.now();
    const before = this.#seen.get(id);
    const seen = {
      closing: before?.closing ?? now,
      collecting: collecting === null ? null : (before?.collecting ?? collecting),
    };
    this.#seen.set(id, seen);
    return seen;
  }

  #forget(motionId: string): void {
    this.#held.delete(motionId);
    this.#seen.delete(motionId);
    this.signer.forget(motionId);
    if (this.#seen.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
