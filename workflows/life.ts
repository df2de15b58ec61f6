import type { SearchAttributeUpdatePair } from '@temporalio/common';
import {
  condition,
  proxyActivities,
  proxyLocalActivities,
  setCurrentDetails,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import type { ApplicationActivities } from '../activities/applicationActivities.js';
import type { Act, Answer, Transition } from '../rules/act.js';
import { alertsIn } from '../rules/alerts.js';
import { decide, isRefusal } from '../rules/decide.js';
import { evolve } from '../rules/evolve.js';
import type { Facts } from '../rules/facts.js';
import type { Instant } from '../rules/instant.js';
import { isFinal } from '../rules/lifecycle.js';
import { dueTransition, judge, nextDue } from '../rules/timers.js';
import { eventWords } from '../rules/words.js';
import { describe } from './details.js';
import { LazyTimer } from './lazyTimer.js';
import type { ApplicationInput } from './messages.js';
import { Parking } from './parking.js';
import { refused } from './refused.js';
import { sameValue, searchable } from './searchAttributes.js';

const retry = {
  initialInterval: '200 ms',
  backoffCoefficient: 3,
  maximumInterval: '20 s',
  maximumAttempts: 7,
} as const;
const regular = proxyActivities<ApplicationActivities>({ startToCloseTimeout: '30 s', retry });
const local = proxyLocalActivities<ApplicationActivities>({ startToCloseTimeout: '10 s', retry });

/**
 * How far the engine's index may lag behind. Each write to it costs the server as much as an act does, and a person who
 * searches does not miss five seconds: acts in quick succession share one.
 */
const lag: Instant = 5_000;

/** Events after which a new run costs less than carrying on: a worker that lost it from memory replays them all. */
const longHistory = 2_000;

/** How long after a due instant acts that had reached the door may take to be written down, before it is closed. */
const settling: Instant = 1_000;

/** One application while it runs: the facts, and the few moves everything else is made of. */
export class Life {
  facts: Facts;
  readonly parking: Parking;
  private readonly timer = new LazyTimer();
  private readonly answers: Record<string, Answer>;
  private readonly refusedKeys = new Set<string>();
  private alertedUpTo: Instant;
  private busy = false;
  private published: readonly SearchAttributeUpdatePair[];
  private publishBy: Instant | null = null;

  constructor(private readonly input: ApplicationInput) {
    this.facts = input.facts;
    this.answers = { ...input.answers };
    this.alertedUpTo = input.alertedUpTo;
    this.parking = new Parking(() => this.raiseAttention(), input.parked);
    this.published = searchable(input.facts, this.parking.steps.size > 0);
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
  carryOn(): ApplicationInput {
    const { facts, answers, alertedUpTo, parking } = this;
    return { ...this.input, facts, answers, alertedUpTo, parked: Object.fromEntries(parking.steps) };
  }

  /** The validator: an act is judged by the instant it was registered, whatever the engine saw first. */
  check(act: Act): void {
    if (this.answers[act.key]) return;
    const outcome = judge(this.facts, act, this.input.policy, this.input.calendar, this.now());
    if (isRefusal(outcome)) throw refused(outcome);
  }

  /**
   * Carries an act out: deadlines that had come due before it, then the act, recorded together. Written with few awaits,
   * because the engine keeps a stack trace of every promise and an act happens often.
   */
  async carry(act: Act): Promise<Answer> {
    while (this.busy) await this.free();
    this.busy = true;
    try {
      const passed = this.hasDue(act.receivedAt) ? await this.letDeadlinesPass(act.receivedAt) : [];
      const outcome = this.answers[act.key] ?? this.attempt(act);
      const transitions = 'event' in outcome ? [...passed, outcome] : passed;
      if (transitions.length > 0) await this.record(transitions, regular);
      if ('code' in outcome) throw refused(outcome);
      return 'event' in outcome ? { status: outcome.to, seq: outcome.seq } : outcome;
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
      const passed = await this.letDeadlinesPass(now);
      if (passed.length > 0) await this.record(passed, local);
      await this.sendAlerts(now);
      if (this.publishBy !== null && this.publishBy <= now) this.publish();
      this.arm();
    } finally {
      this.busy = false;
    }
  }

  /** Makes sure the timer rings at the next date, and shows people where the application stands. */
  arm(): void {
    if (this.ended) return;
    const { policy, calendar } = this.input;
    const dates = [nextDue(this.facts, policy, calendar), this.nextAlert(), this.publishBy].filter(
      (date) => date !== null,
    );
    this.timer.arm(dates.length ? Math.min(...dates) : null, this.now(), '等待最近的期限或提醒');
  }

  /** Shows people where the application stands: the words at once, the searchable attributes soon. */
  show(): void {
    setCurrentDetails(describe(this.facts, this.parking.steps));
    if (this.ended) this.publish();
    else if (this.publishBy === null && this.unpublished.length > 0) this.publishBy = this.now() + lag;
  }

  /** Writes the attributes that have changed into the engine's index. */
  publish(): void {
    this.publishBy = null;
    const changed = this.unpublished;
    if (changed.length > 0) upsertSearchAttributes([...changed]);
    this.published = searchable(this.facts, this.parking.steps.size > 0);
  }

  private get unpublished(): readonly SearchAttributeUpdatePair[] {
    const present = searchable(this.facts, this.parking.steps.size > 0);
    return present.filter((pair, index) => !sameValue(pair, this.published[index]));
  }

  /** Tells the operators, in the engine's list and, as far as the database answers, in the work queues. */
  private raiseAttention(): void {
    this.show();
    this.publish();
    const { applicationId } = this.facts;
    local.setAttention({ applicationId, steps: [...this.parking.steps.keys()] }).catch(() => undefined);
  }

  private apply(transition: Transition): Transition {
    this.facts = evolve(this.facts, transition);
    this.answers[transition.key] = { status: transition.to, seq: transition.seq };
    this.alertedUpTo = Math.max(this.alertedUpTo, transition.at);
    return transition;
  }

  private attempt(act: Act) {
    const outcome = decide(this.facts, act, this.input.policy, this.input.calendar, this.now());
    return isRefusal(outcome) ? outcome : this.apply(outcome);
  }

  /**
   * Applies every deadline that had come due by `upTo`. Before each, acts that the door registered before the due
   * instant and that are still on their way go first: a queue at the door refuses nobody who was in time.
   */
  private async letDeadlinesPass(upTo: Instant): Promise<Transition[]> {
    const { policy, calendar } = this.input;
    const passed: Transition[] = [];
    for (;;) {
      const due = dueTransition(this.facts, policy, calendar, upTo);
      if (!due) return passed;
      const inTime = await this.carryPending(due.at);
      passed.push(...(inTime.length ? inTime : [this.apply(due)]));
    }
  }

  private async carryPending(before: Instant): Promise<Transition[]> {
    const { applicationId } = this.facts;
    const settled = before + settling - this.now();
    if (settled > 0) await sleep(settled, { summary: '等待截止前已到达的事项完成登记' });
    const acts = await this.parking.finish('pending_acts', '查询截止前已收件的事项', () =>
      local.pendingActs({ applicationId, before }),
    );
    const carried: Transition[] = [];
    for (const act of acts) {
      if (this.answers[act.key] || this.refusedKeys.has(act.key)) continue;
      const outcome = this.attempt(act);
      if (!isRefusal(outcome)) carried.push(outcome);
      else {
        this.refusedKeys.add(act.key);
        await this.parking.finish('refuse_pending', '登记未能办理的收件', () =>
          local.refusePendingAct({ applicationId, key: act.key, refusal: outcome }),
        );
      }
    }
    return carried;
  }

  /**
   * After an Update the record is a regular activity: a local one would run before the Update is durable. After a timer
   * a local one is right, and cheaper.
   */
  private record(transitions: readonly Transition[], activities: typeof regular | typeof local): Promise<void> {
    this.show();
    this.arm();
    const { applicationId } = this.facts;
    const summary = `记录：${transitions.map(({ event }) => eventWords[event].zh).join('、')}`;
    return this.parking.finish('record', summary, () =>
      activities.recordTransitions.executeWithOptions({ summary }, [{ applicationId, transitions }]),
    );
  }

  private nextAlert(): Instant | null {
    return alertsIn(this.facts, this.input.policy).find(({ at }) => at > this.alertedUpTo)?.at ?? null;
  }

  private async sendAlerts(now: Instant): Promise<void> {
    const due = alertsIn(this.facts, this.input.policy).filter(({ at }) => at > this.alertedUpTo && at <= now);
    this.alertedUpTo = Math.max(this.alertedUpTo, now);
    const { applicationId } = this.facts;
    for (const alert of due) {
      await this.parking.finish(`alert:${alert.key}`, '发送提醒', () => local.recordAlert({ applicationId, alert }));
    }
  }

  /** One thing at a time. Several may be woken at once, so whoever waits looks again before going in. */
  private free(): Promise<void> {
    return condition(() => !this.busy);
  }

  private hasDue(upTo: Instant): boolean {
    return dueTransition(this.facts, this.input.policy, this.input.calendar, upTo) !== null;
  }
}
