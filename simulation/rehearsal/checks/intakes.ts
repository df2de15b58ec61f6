import type { Observation } from './observation.js';

/** Every registered act has an outcome: an act that was done has an event under its key, a refused one has none. */
export function actsHaveOutcomes({ intakes, timeline }: Observation): string[] {
  const events = new Set(timeline.map(({ transition }) => transition.key));
  const keys = new Set(intakes.map(({ key }) => key));
  const people = timeline.filter(({ transition }) => transition.actor.role !== 'timer');
  return [
    ...intakes.flatMap(({ key, event, outcome }) => {
      if (outcome === null) return [`${event} (${key}) has no outcome`];
      return (outcome === 'done') === events.has(key)
        ? []
        : [`${event} (${key}) is ${outcome}, its event says otherwise`];
    }),
    ...people
      .filter(({ transition }) => !keys.has(transition.key))
      .map(({ transition }) => `${transition.event} (${transition.key}) was never registered`),
  ];
}
