import type { Transition } from '../application/act.js';
import type { Deadline } from '../application/deadline.js';
import { amendment } from '../policy/amendedTo.js';

/** A deadline and when it was due before. */
export interface MovedDeadline {
  readonly deadline: Deadline;
  readonly from: Deadline;
}

/** The deadlines of which the due instant differs from that of before, in the order of those that run now. */
export function movedBetween(previous: readonly Deadline[], now: readonly Deadline[]): readonly MovedDeadline[] {
  return now.flatMap((deadline) => {
    const from = previous.find(({ name }) => name === deadline.name);
    return from && from.due !== deadline.due ? [{ deadline, from }] : [];
  });
}

/** Whether an amendment of the policy or the calendar has moved a deadline that people were told of. */
export function amendmentMoves(
  { event, deadlines = {} }: Pick<Transition, 'event'> & Partial<Pick<Transition, 'deadlines'>>,
  previous: Transition['deadlines'],
): boolean {
  return event === amendment && movedBetween(Object.values(previous), Object.values(deadlines)).length > 0;
}
