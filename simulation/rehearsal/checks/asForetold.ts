import { foretoldLetters } from '../model/foretoldLetters.js';
import type { Seen } from '../stage/seen.js';
import { comparableFacts, comparableStep } from './comparable.js';
import { differences } from './difference.js';

/** What happened is what the law alone foretold: the same events in the same order, the same deadlines, the same facts. */
export function happenedAsForetold({ timeline, application, foretold }: Seen): string[] {
  const happened = timeline.map(({ transition }) => comparableStep(transition));
  const told = foretold.transitions.map(comparableStep);
  const at = Array.from({ length: Math.max(happened.length, told.length) }, (_, index) => index);
  return [
    ...at.flatMap((index) => differences('event', happened[index], told[index])),
    ...differences('facts', comparableFacts(application.facts), comparableFacts(foretold.facts)),
  ];
}

/** Exactly the letters that the foretold events and reminders ask for. */
export function lettersAsForetold({ letters, foretold }: Seen): string[] {
  const told = new Set(foretoldLetters(foretold));
  const there = new Set(letters.map(({ key }) => key));
  return [
    ...[...told].filter((key) => !there.has(key)).map((key) => `letter ${key} was never written`),
    ...[...there].filter((key) => !told.has(key)).map((key) => `letter ${key} was not foretold`),
  ];
}
