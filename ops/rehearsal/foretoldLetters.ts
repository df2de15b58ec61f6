import { noticesOf } from '../../rules/notices.js';
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
