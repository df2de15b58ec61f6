import type { Act, Transition } from '../rules/application/act.js';
import type { Calendar } from '../rules/calendar/calendar.js';
import type { Instant } from '../rules/calendar/instant.js';
import type { Reminder } from '../rules/notifications/reminders.js';
import type { Policy } from '../rules/policy/policy.js';
import type { Refusal } from '../rules/refusal.js';

/** Effects of an application's workflow. Each may run more than once and then changes nothing. */
export interface ApplicationActivities {
  /**
   * One transaction each transition, in order: event (hash of the one before), projection, letters. Answers what stands
   * in the record from the first of them on when that is not these; nothing when it is.
   */
  recordTransitions(input: {
    readonly applicationId: string;
    readonly transitions: readonly Transition[];
  }): Promise<readonly Transition[] | undefined>;
  /**
   * What a deadline asks for, in one: acts registered before its instant that nobody has carried out yet; when there are
   * none, its transition is recorded.
   */
  recordDeadline(input: { readonly applicationId: string; readonly transition: Transition }): Promise<{
    readonly acts: readonly Act[];
    /** As `recordTransitions` answers. */
    readonly instead?: readonly Transition[];
  }>;
  /** What the record holds after a seq, in order. */
  transitionsAfter(input: { readonly applicationId: string; readonly seq: number }): Promise<readonly Transition[]>;
  /** Acts registered before an instant that have no outcome yet, oldest first. */
  pendingActs(input: { readonly applicationId: string; readonly before: Instant }): Promise<readonly Act[]>;
  /** A reminder or another alert that is no transition: a letter, once by its key. */
  recordReminder(input: { readonly applicationId: string; readonly reminder: Reminder }): Promise<void>;
  /** An act the workflow took from `pendingActs` and refused. */
  refusePendingAct(input: {
    readonly applicationId: string;
    readonly key: string;
    readonly refusal: Refusal;
  }): Promise<void>;
  /** Which steps are parked, so that the work queues can show it. */
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
