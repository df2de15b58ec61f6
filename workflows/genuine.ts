import { ApplicationFailure } from '@temporalio/common';
import { proxySinks, type Sinks } from '@temporalio/workflow';
import { unreadableReason } from '../config/unreadable.js';
import { notGenuine } from '../rules/refusal.js';
import { refused } from './refused.js';

/** Where workflows raise alarms. A validator can do nothing else: what it refuses leaves no trace in the history. */
export interface AlarmSinks extends Sinks {
  readonly alarms: { notGenuine(what: string): void };
}
const { alarms } = proxySinks<AlarmSinks>();

/** Type of the failure of an activity that was handed something that does not follow from the record. */
export const notGenuineType = 'NotGenuine';

/** Raises an alarm about something that no process of the product sent. */
export function raiseAlarm(what: string): void {
  alarms.notGenuine(what);
}

/** Raises the alarm and refuses. */
export function refuseNotGenuine(what: string): never {
  raiseAlarm(what);
  throw refused(notGenuine());
}

/** Whether an activity found that what it was handed does not follow from the record; it has raised the alarm. */
export function isNotGenuine(error: unknown): boolean {
  return typeOf(error) === notGenuineType;
}

/** Whether an activity recorded nothing because the record of the application does not hold. */
export function isRecordBroken(error: unknown): boolean {
  return typeOf(error) === 'RecordBroken';
}

function typeOf(error: unknown): string | null | undefined {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof ApplicationFailure ? cause.type : null;
}

/** Whether a workflow proposed what lies beyond the record: the database is older than the engine, and it is the record. */
export function isAheadOfRecord(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof ApplicationFailure && cause.type === 'TransitionGap';
}

/** An act as a handler takes it: readable, whole, and of the event that the Update is named after. */
export function isActOf(event: string, act: unknown, recordedSeq: unknown): boolean {
  if (!isObject(act) || !isObject(act.actor) || !isObject(act.data)) return false;
  const { key, receivedAt, actor } = act;
  const named = act.event === event && typeof key === 'string' && key !== '';
  const byPerson = typeof actor.role === 'string' && typeof actor.personId === 'string';
  return named && byPerson && Number.isFinite(receivedAt) && Number.isInteger(recordedSeq);
}

/** Whether a value is an object that could be read. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && unreadableReason(value) === null;
}
