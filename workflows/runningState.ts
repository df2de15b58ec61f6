import { TemporalFailure } from '@temporalio/common';
import { condition, workflowInfo } from '@temporalio/workflow';
import { aheadOfClock } from '../rules/application/decide.js';
import type { Instant } from '../rules/calendar/instant.js';
import { notGenuine, type Refusal } from '../rules/refusal.js';
import { notLooked } from './application/messages.js';
import { isAheadOfRecord, isNotGenuine, refuseNotGenuine } from './genuine.js';
import { LazyTimer } from './lazyTimer.js';
import { refused } from './refused.js';

/** Events after which a new run costs less than this one: a worker that has lost it from memory replays them all. */
const longHistory = 2_000;

interface AnyAct {
  readonly key: string;
  readonly event: string;
  readonly receivedAt: Instant;
}
interface AnyTransition {
  readonly key: string;
  readonly seq: number;
  readonly to: string;
}
/** What an act is answered: where its transition led. */
export interface AnswerOf<Transition extends AnyTransition> {
  readonly status: Transition['to'];
  readonly seq: number;
}

/**
 * What an application and a campaign have in common while they run: campaign time, one timer, one act at a time, and
 * facts that follow the record. A transition is recorded first and applied afterwards, as the record holds it.
 */
export abstract class RunningState<Act extends AnyAct, Transition extends AnyTransition> {
  readonly timer = new LazyTimer();
  answers: Record<string, AnswerOf<Transition>>;
  /** Where it was when this run began; null until it has been looked at. */
  private begunIn: string | null = null;
  private lastTicket = 0;
  private served = 1;

  constructor(
    readonly clockOffset: number,
    answers: Readonly<Record<string, AnswerOf<Transition>>>,
  ) {
    this.answers = { ...answers };
  }

  abstract get seq(): number;
  abstract get status(): string;
  abstract get ended(): boolean;
  /** Judges an act by the facts and the instant it was registered, whatever the engine saw first. */
  protected abstract refusalOf(act: Act): Refusal | null;
  /** Reads what an act is judged by, where that is not what the workflow has. */
  protected abstract prepare(act: Act): Promise<void>;
  abstract decide(act: Act): Transition | Refusal;
  /** Applies the deadlines or dates that had come by an instant. */
  protected abstract letDatesPass(upTo: Instant): Promise<void>;
  /** Writes a transition down. Returns what the record holds from its seq on, when that is something else. */
  protected abstract write(transition: Transition): Promise<readonly Transition[] | undefined>;
  protected abstract readAfter(seq: number): Promise<readonly Transition[]>;
  /** Takes facts, answers and law from the record, whatever this workflow has. */
  abstract reload(): Promise<void>;
  /** Applies what the record holds, and publishes and arms what follows from it. */
  abstract apply(recorded: readonly Transition[]): Promise<void>;

  /** Campaign time. */
  now(): Instant {
    return Date.now() + this.clockOffset;
  }

  /** Whether the engine carries the history more cheaply in a new run. */
  get long(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength > longHistory;
  }

  /**
   * Whether the next run belongs to workers of another version, as whoever installs versions has set it: a run stays with
   * the version it began on until its status changes. Never where workers have no versions.
   */
  get superseded(): boolean {
    this.begunIn ??= this.status;
    return this.status !== this.begunIn && workflowInfo().targetWorkerDeploymentVersionChanged;
  }

  /** Whether this run should end and another go on. */
  get over(): boolean {
    return this.long || this.superseded;
  }

  /**
   * The validator. `recordedSeq`: where the caller saw the record, `notLooked` when it did not. A workflow that is elsewhere
   * cannot judge before it has looked itself.
   */
  check(act: Act, recordedSeq: number): void {
    if (this.answers[act.key] || (recordedSeq !== notLooked && recordedSeq !== this.seq)) return;
    const refusal = this.refusalOf(act);
    if (refusal) throw refused(refusal);
  }

  /** The update handler: what had come due before the act, then the act. The same key again gets the first answer. */
  async perform(act: Act, recordedSeq: number): Promise<AnswerOf<Transition>> {
    return await this.oneAtATime(async () => {
      // An instant to come would let dates pass that have not come.
      const ahead = aheadOfClock(act.receivedAt, this.now());
      if (ahead) throw refused(ahead);
      try {
        return await this.performAsRecorded(act, recordedSeq);
      } catch (error) {
        if (!isNotGenuine(error) && !isAheadOfRecord(error)) throw error;
        // Either the act is forged, or this workflow is not where the record is.
        await this.reload();
        throw refused(notGenuine());
      }
    });
  }

  /** A database that was restored is behind this workflow, which then begins again from the record. */
  private async performAsRecorded(act: Act, recordedSeq: number): Promise<AnswerOf<Transition>> {
    try {
      return await this.performNow(act, recordedSeq);
    } catch (error) {
      if (!isAheadOfRecord(error)) throw error;
      await this.reload();
      return await this.performNow(act, notLooked);
    }
  }

  private async performNow(act: Act, recordedSeq: number): Promise<AnswerOf<Transition>> {
    if (recordedSeq > this.seq) await this.apply(await this.readAfter(this.seq));
    else if (recordedSeq !== notLooked && recordedSeq < this.seq) await this.stayWithRecord(recordedSeq);
    for (;;) {
      await this.letDatesPass(act.receivedAt);
      const answered = this.answers[act.key];
      if (answered) return answered;
      await this.prepare(act);
      const outcome = this.judge(act);
      if ('code' in outcome) throw refused(outcome);
      if (await this.record(outcome)) return { status: outcome.to, seq: outcome.seq };
    }
  }

  /** Reads what the record holds after this workflow's seq, where it has come to `seq` without it. */
  async followTo(seq: number): Promise<void> {
    await this.oneAtATime(async () => {
      if (seq > this.seq) await this.apply(await this.readAfter(this.seq));
    });
  }

  /** The caller saw less than this workflow has: either it looked before the last event, or the record holds less. */
  private async stayWithRecord(recordedSeq: number): Promise<void> {
    const later = await this.readAfter(recordedSeq);
    if (recordedSeq + later.length < this.seq) await this.reload();
  }

  /** The law's decision. What a forged act brings may be of any shape, and must not fail the workflow's task. */
  private judge(act: Act): Transition | Refusal {
    try {
      return this.decide(act);
    } catch (error) {
      if (error instanceof TemporalFailure) throw error;
      return refuseNotGenuine(act.event);
    }
  }

  /**
   * Records a transition and applies what the record holds. Returns whether it holds this transition: the record takes one
   * only after the one it was decided on. A local activity within an Update's task runs before the engine has made the
   * Update durable. Should the engine then lose it, the record is a step ahead of this workflow, which reads that step
   * here and decides anew; the act's intake is still unfinished and is dispatched again.
   */
  async record(transition: Transition): Promise<boolean> {
    const instead = await this.write(transition);
    await this.apply(instead ?? [transition]);
    return instead === undefined;
  }

  /**
   * Handlers interleave wherever one of them waits, so work that changes the facts runs one at a time, in the order in
   * which it was asked for. That order must not depend on who is woken first: a replay gives the workflow at once what came
   * to it one after the other, a timer that rang during a local activity with the end of that activity.
   */
  async oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    this.lastTicket += 1;
    const ticket = this.lastTicket;
    if (ticket > this.served) await condition(() => this.served === ticket);
    try {
      return await work();
    } finally {
      this.served += 1;
    }
  }
}
