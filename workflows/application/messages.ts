import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Act, Answer } from '../../rules/application/act.js';
import type { Facts } from '../../rules/application/facts.js';
import {
  arrivingEvents,
  type EventName,
  personEvents,
  type RepairName,
  repairs,
} from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';

export const taskQueue = 'pingshen';
export const mailTaskQueue = 'pingshen-mail';
export const applicationWorkflow = 'application';
/** Type of the failure that carries a refusal; its first detail is the `Refusal`. */
export const refusedType = 'Refused';

/**
 * What an application starts with. Its workflow's id is its short number, which no other application has: the workflow reads
 * the record of this application only where the record has that number for it.
 * A new draft, an import from another system and continue-as-new have the same input. What
 * it is judged by and where it stands are read from the record.
 */
export interface ApplicationInput {
  readonly applicationId: string;
  /** Reminders up to this instant have been sent. */
  readonly remindedUpTo: Instant;
  /** Campaign time minus engine time in ms: 0, except where a rehearsal or a test plays another year. */
  readonly clockOffset: number;
  /** Steps that were parked when an earlier run ended. */
  readonly parked?: Readonly<Record<string, string>>;
  /**
   * How long after a due instant this workflow looks whether its deadline is recorded, in ms: the campaign records what comes
   * due at one instant as one. Absent: at once, as one does that began before campaigns did.
   */
  readonly followsAfter?: Instant;
}

/** An operator's repair of a parked step. */
export interface RepairAct {
  readonly key: string;
  readonly actor: Act['actor'];
  readonly receivedAt: Instant;
  readonly step: string;
  readonly freeTextHash: string | null;
}

/** What an operator's tools ask a running application. */
export interface Current {
  readonly facts: Facts;
  /** Parked steps by name, with what each was doing, in Chinese. */
  readonly parked: Readonly<Record<string, string>>;
}

/** In place of the seq that a caller saw in the record, when it did not look. */
export const notLooked = -1;
/** An act, and the seq the caller saw in the record (`notLooked`: it did not). A workflow behind it reads what it has missed. */
export type ActArguments = [act: Act, recordedSeq: number];
export const actUpdates = personEvents.map((event) => defineUpdate<Answer, ActArguments, EventName>(event));
/** Decisions made elsewhere, amendments and sanctions, which no person sends to an application. */
export const arrivingUpdates = arrivingEvents.map((event) => defineUpdate<Answer, ActArguments, EventName>(event));
export const repairUpdates = repairs.map((name) => defineUpdate<Answer, [RepairAct], RepairName>(name));
export const currentQuery = defineQuery<Current>('current');
export const stepParked = defineSignal<[{ readonly step: string; readonly description: string }]>('step_parked');
/** A deadline has come that the campaign leaves to the application: an act that arrived in time is under way. */
export const deadlineCame = defineSignal('deadline_came');
/** The record has come to a seq without this workflow, which reads what it has missed. */
export const recordReached = defineSignal<[seq: number]>('record_reached');
