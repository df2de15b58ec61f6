import type { Act, Answer, Transition } from '../rules/application/act.js';
import type { Facts } from '../rules/application/facts.js';
import type { Calendar } from '../rules/calendar/calendar.js';
import type { Policy } from '../rules/policy/policy.js';

/** What an application is judged by. */
export interface Pinned {
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** An application as the record has it. */
export interface RecordedApplication extends Pinned {
  readonly facts: Facts;
  /** The first answer to each act so far, by its key: a repeated act gets it again. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/**
 * Effects of an application's workflow. Each may run more than once, and changes nothing the second time. What a workflow
 * hands over to be written is a proposal: one that does not follow from the record fails as `NotGenuine`, with an alarm.
 */
export interface ApplicationActivities {
  /** The application as the record has it under this number, its facts compared with its events. */
  recordedApplication(input: {
    readonly applicationId: string;
    /** The id of the workflow that asks. */
    readonly number: string;
    readonly clockOffset: number;
  }): Promise<RecordedApplication>;
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
  /** Puts the letter of a reminder into the outbox, once for its key, where the record has a reminder of that key. */
  recordReminder(input: { readonly applicationId: string; readonly key: string }): Promise<void>;
  /** Judges an act that `recordDeadline` returned and the workflow refused, and finishes its intake when the law refuses it. */
  refusePendingAct(input: { readonly applicationId: string; readonly key: string }): Promise<void>;
  /**
   * Notes the parked steps, so that the work queues show the application as needing attention. Returns the letters among
   * them that the record does not know; earlier versions returned nothing.
   */
  setAttention(input: {
    readonly applicationId: string;
    readonly steps: readonly string[];
  }): Promise<readonly string[] | undefined>;
  /** One version of a campaign's policy, with the calendar it is in force with. */
  pinnedVersion(input: { readonly campaignId: string; readonly version: number }): Promise<Pinned>;
}
