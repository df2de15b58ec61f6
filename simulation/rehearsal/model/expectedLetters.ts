import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import type { Expectation } from './referenceModel.js';

/** The keys of every letter that the foretold events and reminders ask for, each once. */
export function expectedLetters({
  transitions,
  reminders,
}: Pick<Expectation, 'transitions' | 'reminders'>): readonly string[] {
  return [
    ...transitions.flatMap((transition) =>
      letterRequestsOf(transition).map(({ kind, to }) => `${transition.seq}.${kind}.${to}`),
    ),
    ...reminders.map(({ key }) => key),
  ];
}

// This campaign, and the one in which somebody applies again.
const announcements = 2;
// Steps of the campaigns and of the committee: to clerks and experts, who are the same few however many apply.
const besides = 400;

/** Room for every mail of a rehearsal: announcements go to everybody who may apply, beside what was foretold. */
export function mailsAtMost(expected: readonly Expectation[]): number {
  return expected.flatMap(expectedLetters).length + announcements * expected.length + besides;
}
