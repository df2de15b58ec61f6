import { expectedLetters } from '../model/expectedLetters.js';
import type { Seen } from '../stage/seen.js';
import { comparableFacts, comparableStep } from './comparable.js';
import { differences } from './difference.js';

/** What happened is what the law alone foretold: the same events in the same order, the same deadlines, the same facts. */
export function happenedAsExpected({ timeline, application, expected }: Seen): string[] {
  const happened = timeline.map(({ transition }) => comparableStep(transition));
  const reported = expected.transitions.map(comparableStep);
  const at = Array.from({ length: Math.max(happened.length, reported.length) }, (_, index) => index);
  return [
    ...at.flatMap((index) => differences('event', happened[index], reported[index])),
    ...differences('facts', comparableFacts(application.facts), comparableFacts(expected.facts)),
  ];
}

/** Exactly the letters that the foretold events and reminders ask for. */
export function lettersAsExpected({ letters, expected }: Seen): string[] {
  const reported = new Set(expectedLetters(expected));
  const there = new Set(letters.map(({ key }) => key));
  return [
    ...[...reported].filter((key) => !there.has(key)).map((key) => `letter ${key} was never written`),
    ...[...there].filter((key) => !reported.has(key)).map((key) => `letter ${key} was not foretold`),
  ];
}
