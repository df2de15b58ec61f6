import { setCurrentDetails } from '@temporalio/workflow';
import type { Pinned, RecordedApplication } from '../../activities/applicationActivities.js';
import type { Act, Amendment, Transition } from '../../rules/application/act.js';
import { decide, isRefusal } from '../../rules/application/decide.js';
import { evolve } from '../../rules/application/evolve.js';
import type { Facts } from '../../rules/application/facts.js';
import { eventLabels, isFinal } from '../../rules/application/lifecycle.js';
import { dueTransition, judge } from '../../rules/application/timers.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { amendedTo } from '../../rules/policy/amendedTo.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Refusal } from '../../rules/refusal.js';
import { RunningState } from '../runningState.js';
import { letDeadlinesPass } from './deadlines.js';
import { describe } from './details.js';
import { promptly, regular } from './effects.js';
import type { ApplicationInput } from './messages.js';
import { nextDate } from './nextDate.js';
import { readRecord } from './open.js';
import { Parking } from './parking.js';
import { SearchAttributeSync } from './searchAttributeSync.js';

/** One application while it runs: the facts, what they are judged by, and the effects that follow from them. */
export class ApplicationState extends RunningState<Act, Transition> {
  facts: Facts;
  policy: Policy;
  calendar: Calendar;
  /** Reminders up to this instant have been sent, or a transition has made them pointless. */
  remindedUpTo: Instant;
  /** Keys of acts that were on their way at a deadline and have been refused. */
  readonly refusedKeys = new Set<string>();
  readonly parking: Parking;
  /** Whether the campaign has left a deadline that has come to this workflow. */
  woken = false;
  /** Resolves when the work queues know of the steps that are parked now. A run must not end before. */
  attentionNoted: Promise<void> = Promise.resolve();
  private readonly searchAttributeSync: SearchAttributeSync;

  /** The policy and calendar that an amendment brings, until it is recorded. */
  private brought: Pinned | null = null;

  constructor(
    private readonly input: ApplicationInput,
    { facts, policy, calendar, answers }: RecordedApplication,
  ) {
    super(input.clockOffset, answers);
    this.facts = facts;
    this.policy = policy;
    this.calendar = calendar;
    // Nobody is spared the reminders to come.
    this.remindedUpTo = Math.min(input.remindedUpTo, this.now());
    this.parking = new Parking(() => this.raiseAttention(), input.parked);
    this.searchAttributeSync = new SearchAttributeSync(facts, this.parking.steps.size > 0);
  }

  get seq(): number {
    return this.facts.seq;
  }

  get status(): string {
    return this.facts.status;
  }

  get ended(): boolean {
    return isFinal(this.facts.status);
  }

  /** Whether a date has come, or this run should end. */
  get called(): boolean {
    return this.ended || this.timer.rang || this.woken || this.over;
  }

  /** How long after a due instant it looks whether its deadline is recorded, in ms; null: it records deadlines itself. */
  get followsAfter(): Instant | null {
    return this.input.followsAfter ?? null;
  }

  /** The input of the next run, of the same shape as that of a new draft or an import. */
  continueAsNewInput(): ApplicationInput {
    const parked = Object.fromEntries(this.parking.steps);
    return { ...this.input, remindedUpTo: this.remindedUpTo, parked };
  }

  /** The transition of the first deadline that has come due by an instant. */
  dueBy(upTo: Instant): Transition | null {
    return dueTransition(this.facts, this.policy, this.calendar, upTo);
  }

  decide(act: Act): Transition | Refusal {
    const amended = amendedTo([act]);
    const { brought } = this;
    const { policy, calendar } = amended && brought?.policy.version === amended.version ? brought : this;
    const outcome = decide(this.facts, act, policy, calendar, this.now());
    // A refused amendment leaves nothing behind.
    if (amended && isRefusal(outcome)) this.brought = null;
    return outcome;
  }

  protected refusalOf(act: Act): Refusal | null {
    const outcome = judge(this.facts, act, this.policy, this.calendar, this.now());
    return isRefusal(outcome) ? outcome : null;
  }

  /** An amendment is judged by the policy it brings. */
  async prepare(act: Act): Promise<void> {
    const amended = amendedTo([act]);
    if (amended !== null) this.brought = await this.readPinned(amended);
  }

  protected async letDatesPass(upTo: Instant): Promise<void> {
    // One promise fewer for most acts: the SDK keeps a stack trace of each.
    if (this.dueBy(upTo)) await letDeadlinesPass(this, upTo);
  }

  protected async write(transition: Transition): Promise<readonly Transition[] | undefined> {
    const { applicationId } = this.facts;
    const summary = `记录：${eventLabels[transition.event].zh}`;
    return await this.parking.finish('record', summary, () =>
      promptly((effects) => effects.recordTransition.executeWithOptions({ summary }, [{ applicationId, transition }])),
    );
  }

  protected async readAfter(seq: number): Promise<readonly Transition[]> {
    const { applicationId } = this.facts;
    return await this.parking.finish('catch_up', '读取已记录的事项', () =>
      promptly((effects) => effects.transitionsAfter({ applicationId, seq })),
    );
  }

  async apply(recorded: readonly Transition[]): Promise<void> {
    for (const transition of recorded) {
      this.facts = evolve(this.facts, transition);
      this.answers[transition.key] = { status: transition.to, seq: transition.seq };
      this.remindedUpTo = Math.max(this.remindedUpTo, transition.at);
    }
    const amended = amendedTo(recorded);
    if (amended !== null) await this.adopt(amended);
    this.publishState();
    this.arm();
  }

  /** From an amendment on, the application is judged by its policy and calendar. */
  private async adopt(amended: Amendment): Promise<void> {
    const { version } = amended;
    if (this.policy.version === version) return;
    const brought = this.brought?.policy.version === version ? this.brought : await this.readPinned(amended);
    this.policy = brought.policy;
    this.calendar = brought.calendar;
    this.brought = null;
  }

  private async readPinned({ version }: Amendment): Promise<Pinned> {
    const { campaignId } = this.facts;
    return await this.parking.finish('policy', '读取修订后的政策', () =>
      regular.pinnedVersion({ campaignId, version }),
    );
  }

  /** Takes over what the record holds of deadlines that have come due by an instant, where something else records them. */
  async follow(upTo: Instant): Promise<void> {
    if (this.followsAfter === null || !this.dueBy(upTo)) return;
    const recorded = await this.readAfter(this.seq);
    if (recorded.length > 0) await this.apply(recorded);
  }

  async reload(): Promise<void> {
    const { facts, policy, calendar, answers } = await readRecord(this.input);
    this.facts = facts;
    this.policy = policy;
    this.calendar = calendar;
    this.answers = { ...answers };
    this.publishState();
    this.arm();
  }

  /** Makes sure the timer rings at the next deadline, reminder or write of search attributes. */
  arm(): void {
    if (this.ended) return;
    const next = nextDate(this, this.searchAttributeSync.by);
    this.timer.arm(next?.at ?? null, this.now(), () => `等待：${next?.label()}`);
  }

  /** Shows in the Temporal UI where the application stands: the details at once, the search attributes soon. */
  publishState(): void {
    setCurrentDetails(describe(this.facts, this.parking.steps, this.followsAfter !== null));
    if (this.ended) this.publish();
    else this.searchAttributeSync.soon(this.facts, this.parking.steps.size > 0, this.now());
  }

  /** Writes the search attributes that have changed: now, or only when they are due at an instant. */
  publish(dueAt?: Instant): void {
    const { by } = this.searchAttributeSync;
    if (dueAt !== undefined && (by === null || by > dueAt)) return;
    this.searchAttributeSync.publish(this.facts, this.parking.steps.size > 0);
  }

  /** Shows parked steps to the operators: in the engine's list and, when the database answers, in the work queues. */
  private raiseAttention(): void {
    this.publishState();
    this.publish();
    const { applicationId } = this.facts;
    const steps = [...this.parking.steps.keys()];
    const options = { summary: '标出待处理步骤' };
    this.attentionNoted = promptly((effects) =>
      effects.setAttention.executeWithOptions(options, [{ applicationId, steps }]),
    )
      .then((unknown) => this.unpark(unknown ?? []))
      .catch(() => undefined);
  }

  /** Takes back what was parked by something other than the product. */
  private async unpark(unknown: readonly string[]): Promise<void> {
    for (const step of unknown) this.parking.release(step);
    // Releasing has noted anew what is left.
    if (unknown.length > 0) await this.attentionNoted;
  }
}
