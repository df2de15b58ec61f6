import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import type { Scenario } from '../scenario.js';
import { recommenderOf } from '../unitUnderSanction.js';
import type { Expectation } from './referenceModel.js';

/** The keys of all letters of the predicted transitions and reminders. */
export function expectedLetters({
  testCase,
  opening,
  transitions,
  reminders,
}: Pick<Expectation, 'testCase' | 'opening' | 'transitions' | 'reminders'>): readonly string[] {
  return [
    ...transitions.flatMap((transition) =>
      letterRequestsOf(transition, recommenderOf(testCase, opening, transition.at)).map(
        ({ kind, to }) => `${transition.seq}.${kind}.${to}`,
      ),
    ),
    ...reminders.map(({ key }) => key),
  ];
}

// This campaign, and the one in which an applicant applies again.
const announcements = 2;
// Letters about the campaigns and a committee, to clerks and experts, whose number does not depend on the
// applications.
const besides = 400;

/** The maximum number of mails of a rehearsal: the predicted letters, and announcements to everybody who may apply. */
export function mailsAtMost({ expected, committees }: Pick<Scenario, 'expected' | 'committees'>): number {
  return expected.flatMap(expectedLetters).length + announcements * expected.length + besides * committees.length;
}
