import { expectedLetters } from '../model/expectedLetters.js';
import { comparableFacts, comparableStep, toTheMinute } from './comparable.js';
import { differences } from './difference.js';
import type { Observation } from './observation.js';

/** The events, deadlines and facts are those the reference model predicts, in the same order. */
export function happenedAsExpected({ timeline, application, expected }: Observation): string[] {
  const happened = timeline.map(({ transition }) => comparableStep(transition));
  const predicted = expected.transitions.map(comparableStep);
  const at = Array.from({ length: Math.max(happened.length, predicted.length) }, (_, index) => index);
  return [
    ...at.flatMap((index) => differences('event', happened[index], predicted[index])),
    ...differences('facts', comparableFacts(application.facts), comparableFacts(expected.facts)),
  ];
}

/** Some alarms count from the instant somebody acted. */
const keyToTheMinute = (key: string) => key.replace(/\d{13}$/, (instant) => `${toTheMinute(Number(instant))}`);

/** The letters are exactly those of the predicted events and reminders. */
export function lettersAsExpected({ letters, expected }: Observation): string[] {
  const predicted = new Set(expectedLetters(expected).map(keyToTheMinute));
  const there = new Set(letters.map(({ key }) => keyToTheMinute(key)));
  return [
    ...[...predicted].filter((key) => !there.has(key)).map((key) => `letter ${key} was never written`),
    ...[...there].filter((key) => !predicted.has(key)).map((key) => `letter ${key} was not predicted`),
  ];
}
