import { condition, setCurrentDetails, sleep, workflowInfo } from '@temporalio/workflow';
import type { Act, Amendment, Answer, Transition } from '../../rules/application/act.js';
import { decide, isRefusal } from '../../rules/application/decide.js';
import type { Facts } from '../../rules/application/facts.js';

import { eventLabels, isFinal } from '../../rules/application/lifecycle.js';
import { dueTransition, judge, nextDue } from '../../rules/application/timers.js';
import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { remindersIn } from '../../rules/notifications/reminders.js';
import { amendedTo } from '../../rules/policy/amendedTo.js';
import type { Policy } from '../../rules/policy/policy.js';
import { LazyTimer } from '../lazyTimer.js';
import { refused } from '../refused.js';
import { describe } from './details.js';
import { local, type Recording, recordAct, recordAtOnce, recordDate, recordDeadline, regular } from './effects.js';
import type { ApplicationInput } from './messages.js';
import { Parking } from './parking.js';
import { SearchAttributeSync } from './searchAttributeSync.js';
import { WorkflowState } from './workflowState.js';

/** Events after which a new run costs less than carrying on: a worker that lost it from memory replays them all. */
const longHistory = 2_000;

/** How long after a due instant acts that had reached the door may take to be written down, before it is closed. */
const intakeGrace: Instant = 1_000;

/** One application while it runs: the facts, and the few moves everything else is made of. */
export class ApplicationState {
  readonly parking: Parking;
  private readonly timer = new LazyTimer();
  private readonly memory: WorkflowState;
  private readonly searchAttributeSync: SearchAttributeSync;
  private readonly refusedKeys = new Set<string>();
  private busy = false;
  private policy: Policy;
  private calendar: Calendar;

  constructor(private readonly input: ApplicationInput) {
    this.policy = input.policy;
    this.calendar = input.calendar;
    this.memory = new WorkflowState(input.facts, input.remindedUpTo, input.answers);
    this.parking = new Parking(() => this.raiseAttention(), input.parked);
    this.searchAttributeSync = new SearchAttributeSync(input.facts, this.parking.steps.size > 0);
  }

  get facts(): Facts {
    return this.memory.facts;
  }

  /** Campaign time. */
  now(): Instant {
    return Date.now() + this.input.clockOffset;
  }

  get ended(): boolean {
    return isFinal(this.facts.status);
  }

  /** Whether a date has come, or this run should end. */
  get called(): boolean {
    return this.ended || this.timer.rang || this.long;
  }

  /** Whether the history has grown so long that the engine would carry it more cheaply in a new run. */
  get long(): boolean {
    const { continueAsNewSuggested, historyLength } = workflowInfo();
    return continueAsNewSuggested || historyLength > longHistory;
  }

  /** The same input that a new draft or an import starts with. */
  continueAsNewInput(): ApplicationInput {
    const { facts, answers, remindedUpTo } = this.memory;
    const parked = Object.fromEntries(this.parking.steps);
    const { policy, calendar } = this;
    return { ...this.input, policy, calendar, facts, answers, remindedUpTo, parked, recordsAtOnce: true };
  }

  /**
   * The validator: an act is judged by the instant it was registered, whatever the engine saw first. When the record is
   * ahead of this workflow, it cannot judge before it has read what it missed.
   */
  check(act: Act, recordedSeq = 0): void {
    if (this.memory.answers[act.key] || recordedSeq > this.facts.seq) return;
    const outcome = judge(this.facts, act, this.policy, this.calendar, this.now());
    if (isRefusal(outcome)) throw refused(outcome);
  }

  /**
   * Carries an act out: deadlines that had come due before it, then the act, recorded together. Written with few awaits,
   * because the engine keeps a stack trace of every promise and an act happens often.
   */
  async perform(act: Act, recordedSeq = 0): Promise<Answer> {
    while (this.busy) await this.free();
    this.busy = true;
    try {
      if (recordedSeq > this.facts.seq) await this.catchUp();
      for (;;) {
        const before = this.memory.mark();
        const passed = this.hasDue(act.receivedAt) ? await this.letDeadlinesPass(act.receivedAt) : [];
        const amended = this.memory.answers[act.key] ? null : amendedTo([act]);
        if (amended !== null) await this.adopt(amended);
        // Deadlines that are recorded already are not taken back with the act.
        const undo = passed.length > 0 ? before : this.memory.mark();
        const outcome = this.memory.answers[act.key] ?? this.attempt(act);
        const transitions = 'event' in outcome ? [...passed, outcome] : passed;
        if (transitions.length > 0 && !(await this.record(transitions, undo, recordAct))) continue;
        if ('code' in outcome) throw refused(outcome);
        return 'event' in outcome ? { status: outcome.to, seq: outcome.seq } : outcome;
      }
    } finally {
      this.busy = false;
    }
  }

  /** What a date asks for: deadlines that have come due, then reminders. */
  async keepDates(): Promise<void> {
    this.timer.rang = false;
    while (this.busy) await this.free();
    this.busy = true;
    try {
      const now = this.now();
      for (let agreed = false; !agreed; ) {
        const undo = this.memory.mark();
        const passed = await this.letDeadlinesPass(now);
        agreed = passed.length === 0 || (await this.record(passed, undo, recordDate));
      }
      await this.sendReminders(now);
      if (this.searchAttributeSync.by !== null && this.searchAttributeSync.by <= now) this.publish();
      this.arm();
    } finally {
      this.busy = false;
    }
  }

  /** Makes sure the timer rings at the next date, and shows people where the application stands. */
  arm(): void {
    if (this.ended) return;
    const { policy, calendar } = this;
    const due = nextDue(this.facts, policy, calendar);
    const finalized = due !== null && this.input.recordsAtOnce ? due + intakeGrace : due;
    const dates = [finalized, this.nextReminder(), this.searchAttributeSync.by].filter((date) => date !== null);
    this.timer.arm(dates.length ? Math.min(...dates) : null, this.now(), '等待最近的期限或提醒');
  }

  /** Shows people where the application stands: the words at once, the searchable attributes soon. */
  publishState(): void {
    setCurrentDetails(describe(this.facts, this.parking.steps));
    if (this.ended) this.publish();
    else this.searchAttributeSync.soon(this.facts, this.parking.steps.size > 0, this.now());
  }

  /** Writes the attributes that have changed into the engine's index. */
  publish(): void {
    this.searchAttributeSync.publish(this.facts, this.parking.steps.size > 0);
  }

  /** Tells the operators, in the engine's list and, as far as the database answers, in the work queues. */
  private raiseAttention(): void {
    this.publishState();
    this.publish();
    const { applicationId } = this.facts;
    const steps = [...this.parking.steps.keys()];
    const reported = { summary: '标出待处理步骤' };
    local.setAttention.executeWithOptions(reported, [{ applicationId, steps }]).catch(() => undefined);
  }

  /** Applies what the record holds, and arms and shows what follows from it. */
  private applyRecorded(recorded: readonly Transition[]): void {
    for (const transition of recorded) this.memory.apply(transition);
    this.publishState();
    this.arm();
  }

  /** From an amendment on, this application is judged by the policy it names, and the calendar where it brings one. */
  private async adopt({ version, calendar }: Amendment): Promise<void> {
    const { campaignId } = this.facts;
    const read = <T>(work: () => Promise<T>) => this.parking.finish('policy', '读取修订后的政策', work);
    if (calendar) {
      const pinned = await read(() => regular.pinnedVersion({ campaignId, version }));
      this.policy = pinned.policy;
      this.calendar = pinned.calendar;
    } else this.policy = await read(() => regular.policyVersion({ campaignId, version }));
  }

  /** What somebody else wrote into the record; it may have brought another policy. */
  private async applyAll(recorded: readonly Transition[]): Promise<void> {
    this.applyRecorded(recorded);
    const amended = amendedTo(recorded);
    if (amended !== null) await this.adopt(amended);
  }

  /** Reads what the record holds beyond this workflow. */
  private async catchUp(): Promise<void> {
    const { applicationId, seq } = this.facts;
    const missed = await this.parking.finish('catch_up', '读取已记录的事项', () =>
      local.transitionsAfter({ applicationId, seq }),
    );
    await this.applyAll(missed);
  }

  private attempt(act: Act) {
    const outcome = decide(this.facts, act, this.policy, this.calendar, this.now());
    return isRefusal(outcome) ? outcome : this.memory.apply(outcome);
  }

  /**
   * Applies every deadline that had come due by `upTo`. Before each, acts that the door registered before the due
   * instant and that are still on their way go first: a queue at the door refuses nobody who was in time.
   */
  private async letDeadlinesPass(upTo: Instant): Promise<Transition[]> {
    const passed: Transition[] = [];
    for (;;) {
      const due = dueTransition(this.facts, this.policy, this.calendar, upTo);
      if (!due) return passed;
      if (this.input.recordsAtOnce) {
        await this.letPass(due);
        continue;
      }
      const inTime = await this.applyPending(due.at);
      passed.push(...(inTime.length ? inTime : [this.memory.apply(due)]));
    }
  }

  /** One deadline: recorded when nobody who was in time is on the way, else those go first. */
  private async letPass(due: Transition): Promise<void> {
    await this.finalize(due.at);
    const { applicationId } = this.facts;
    const { acts, instead } = await this.parking.finish('record', '记录期限届满', () =>
      recordDeadline({ applicationId, transition: due }),
    );
    if (acts.length === 0) return instead?.length ? await this.applyAll(instead) : this.applyRecorded([due]);
    const undo = this.memory.mark();
    const inTime = await this.judgePending(acts);
    // Those who were in time go first, and the deadline is looked at again; when none was allowed, it has passed.
    await this.record(inTime.length > 0 ? inTime : [this.memory.apply(due)], undo, recordDate);
  }

  private async finalize(before: Instant): Promise<void> {
    const finalized = before + intakeGrace - this.now();
    if (finalized > 0) await sleep(finalized, { summary: '等待截止前已到达的事项完成登记' });
  }

  private async applyPending(before: Instant): Promise<Transition[]> {
    const { applicationId } = this.facts;
    await this.finalize(before);
    const acts = await this.parking.finish('pending_acts', '查询截止前已收件的事项', () =>
      local.pendingActs({ applicationId, before }),
    );
    return await this.judgePending(acts);
  }

  private async judgePending(acts: readonly Act[]): Promise<Transition[]> {
    const { applicationId } = this.facts;
    const performed: Transition[] = [];
    for (const act of acts) {
      if (this.memory.answers[act.key] || this.refusedKeys.has(act.key)) continue;
      const amended = amendedTo([act]);
      if (amended !== null) await this.adopt(amended);
      const outcome = this.attempt(act);
      if (!isRefusal(outcome)) performed.push(outcome);
      else {
        this.refusedKeys.add(act.key);
        await this.parking.finish('refuse_pending', '登记未能办理的收件', () =>
          local.refusePendingAct({ applicationId, key: act.key, refusal: outcome }),
        );
      }
    }
    return performed;
  }

  /**
   * Writes transitions down, and answers whether the record agreed. A local activity after an Update runs before the
   * engine has made the Update durable: should the engine then lose it, the record is a step ahead of this workflow, and
   * the act's intake, which the door finishes only with the engine's answer, is handed on again. The record takes a
   * transition only after the one it was decided on; so whoever comes with another is told what stands there, follows it
   * and decides anew.
   */
  private async record(
    transitions: readonly Transition[],
    undo: (undone: readonly Transition[]) => void,
    asBefore: Recording,
  ): Promise<boolean> {
    this.publishState();
    this.arm();
    const { applicationId } = this.facts;
    const summary = `记录：${transitions.map(({ event }) => eventLabels[event].zh).join('、')}`;
    const recording = this.input.recordsAtOnce ? recordAtOnce : asBefore;
    const instead = await this.parking.finish('record', summary, () =>
      recording(summary, { applicationId, transitions }),
    );
    // Runs that were recorded earlier have no such answer.
    if (!instead?.length) return true;
    undo(transitions);
    await this.applyAll(instead);
    return false;
  }

  private nextReminder(): Instant | null {
    return remindersIn(this.facts, this.policy).find(({ at }) => at > this.memory.remindedUpTo)?.at ?? null;
  }

  private async sendReminders(now: Instant): Promise<void> {
    const due = remindersIn(this.facts, this.policy).filter(({ at }) => at > this.memory.remindedUpTo && at <= now);
    this.memory.remindedUpTo = Math.max(this.memory.remindedUpTo, now);
    const { applicationId } = this.facts;
    for (const alert of due) {
      await this.parking.finish(`alert:${alert.key}`, '发送提醒', () =>
        local.recordReminder({ applicationId, reminder: alert }),
      );
    }
  }

  /** One thing at a time. Several may be woken at once, so whoever waits looks again before going in. */
  private free(): Promise<void> {
    return condition(() => !this.busy);
  }

  private hasDue(upTo: Instant): boolean {
    return dueTransition(this.facts, this.policy, this.calendar, upTo) !== null;
  }
}
