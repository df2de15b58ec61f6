import type { Act, Transition } from '../rules/application/act.js';
import type { Calendar } from '../rules/calendar/calendar.js';
import type { Reminder } from '../rules/notifications/reminders.js';
import type { Policy } from '../rules/policy/policy.js';
import type { Refusal } from '../rules/refusal.js';

/** Effects of an application's workflow. Each may run more than once, and changes nothing the second time. */
export interface ApplicationActivities {
  /**
   * Writes event, projection and letters of a transition in one transaction. Returns what the record holds from its seq on
   * when that is something else, undefined when it is this transition.
   */
  recordTransition(input: {
    readonly applicationId: string;
    readonly transition: Transition;
  }): Promise<readonly Transition[] | undefined>;
  /**
   * Closes the intake for the instant of a deadline and records the deadline, unless acts were registered before it that
   * are neither recorded nor refused: then it returns them and records nothing.
   */
  recordDeadline(input: { readonly applicationId: string; readonly transition: Transition }): Promise<{
    readonly acts: readonly Act[];
    /** As `recordTransition` returns it. */
    readonly instead?: readonly Transition[];
  }>;
  /** What the record holds after a seq, in order. */
  transitionsAfter(input: { readonly applicationId: string; readonly seq: number }): Promise<readonly Transition[]>;
  /** Puts the letter of a reminder into the outbox, once for its key. */
  recordReminder(input: { readonly applicationId: string; readonly reminder: Reminder }): Promise<void>;
  /** Finishes the intake of an act that `recordDeadline` returned and the workflow refused. */
  refusePendingAct(input: {
    readonly applicationId: string;
    readonly key: string;
    readonly refusal: Refusal;
  }): Promise<void>;
  /** Notes the parked steps, so that the work queues show the application as needing attention. */
  setAttention(input: { readonly applicationId: string; readonly steps: readonly string[] }): Promise<void>;
  /** One version of a campaign's policy. */
  policyVersion(input: { readonly campaignId: string; readonly version: number }): Promise<Policy>;
  /** The same with the calendar it is in force with. */
  pinnedVersion(input: { readonly campaignId: string; readonly version: number }): Promise<{
    readonly policy: Policy;
    readonly calendar: Calendar;
  }>;
  /** A parked letter goes out again. */
  retryMail(input: { readonly outboxId: string }): Promise<void>;
  /** A parked letter stays unsent. */
  skipMail(input: { readonly outboxId: string }): Promise<void>;
}
