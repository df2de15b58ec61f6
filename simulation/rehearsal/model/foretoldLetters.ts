import { noticesOf } from '../../../rules/notifications/notices.js';
import type { Foretold } from './oracle.js';

/** The keys of every letter that the foretold events and reminders ask for, each once. */
export function foretoldLetters({ transitions, alerts }: Pick<Foretold, 'transitions' | 'alerts'>): readonly string[] {
  return [
    ...transitions.flatMap((transition) =>
      noticesOf(transition).map(({ kind, to }) => `${transition.seq}.${kind}.${to}`),
    ),
    ...alerts.map(({ key }) => key),
  ];
}

// This campaign, and the one in which somebody applies again.
const announcements = 2;
// Steps of the campaigns and of the committee: to clerks and experts, who are the same few however many apply.
const besides = 400;

/** Room for every mail of a rehearsal: announcements go to everybody who may apply, beside what was foretold. */
export function mailsAtMost(foretold: readonly Foretold[]): number {
  return foretold.flatMap(foretoldLetters).length + announcements * foretold.length + besides;
}
