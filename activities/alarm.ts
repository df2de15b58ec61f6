import { ApplicationFailure } from '@temporalio/activity';
import type { Log } from '../config/log.js';
import { NotGenuine } from '../records/notGenuine.js';
import { RecordBroken } from '../records/proof/recordBroken.js';

/** Raises the alarm about something that no process of the product can have sent. `what`: the act, signal or step. */
export type Alarm = (what: string, where: string) => void;

/** What counts alarms. */
export interface AlarmMetrics {
  readonly notGenuine: { inc(labels: { readonly what: string }): void };
}

/** An alarm that writes a line with its code and counts. */
export function createAlarm(log: Log, metrics: AlarmMetrics): Alarm {
  return (what, where) => {
    metrics.notGenuine.inc({ what });
    log.error({ alert: 'not_genuine', what, workflow: where }, 'something that was not registered was refused');
  };
}

/**
 * Runs what writes; a proposal that does not follow from the record raises the alarm and is not tried again. Nothing is
 * written to a record that does not hold: its alarm was raised when that was found, and the step is parked at once.
 */
export async function genuinely<T>(alarm: Alarm, what: string, where: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof RecordBroken) throw ApplicationFailure.nonRetryable(error.message, error.name);
    if (!(error instanceof NotGenuine)) throw error;
    alarm(what, where);
    throw ApplicationFailure.nonRetryable(error.message, error.name);
  }
}
