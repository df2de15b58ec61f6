import { type EventLaw, type EventName, isFinal, lawsIn, lifecycle, type Status, statuses } from './lifecycle.js';

/** The statuses a row of the law may lead to; an event that stays leads to the status itself. */
export function targetsOf({ next }: EventLaw, from: Status): readonly Status[] {
  if (next === 'stays') return [from];
  return typeof next === 'string' ? [next] : next.of;
}

function neighboursOf(status: Status): readonly Status[] {
  return [...new Set(lawsIn(status).flatMap(([, law]) => targetsOf(law, status)))];
}

/** The statuses that a status's own rows lead to, without the events that are possible in every status. */
function ownNeighboursOf(status: Status): readonly Status[] {
  const own: Readonly<Partial<Record<EventName, EventLaw>>> = lifecycle[status].events;
  return Object.values(own).flatMap((law) => targetsOf(law, status));
}

/** Every path from a status to a goal that passes no status twice. */
function waysTo(goal: Status, from: Status, passed: readonly Status[] = []): readonly (readonly Status[])[] {
  if (from === goal) return [[goal]];
  return neighboursOf(from)
    .filter((next) => !passed.includes(next) && next !== from)
    .flatMap((next) => waysTo(goal, next, [...passed, from]))
    .map((way) => [from, ...way]);
}

/**
 * The path to draw: the longest from the first status to conferral that passes no status twice. Detours that lead back, as
 * a correction, are not on it; steps that an application may skip, as a defense, are.
 */
export const happyPath: readonly Status[] = waysTo('conferred', statuses[0]).reduce((longest, way) =>
  way.length > longest.length ? way : longest,
);

/**
 * The place of a status in the drawing: its step on the happy path; else the first step from which one event leads there;
 * else the place of the detour that leads there. `passed`: detours it was looked for from, some of which lead to each other.
 */
export function placeInDrawing(status: Status, passed: readonly Status[] = []): number {
  const leadsHere = (one: Status) => ownNeighboursOf(one).includes(status);
  const step = happyPath.includes(status) ? happyPath.indexOf(status) : happyPath.findIndex(leadsHere);
  if (step >= 0) return step;
  const seen = [...passed, status];
  const before = statuses.filter((one) => !seen.includes(one) && leadsHere(one));
  return Math.min(...before.map((one) => placeInDrawing(one, seen)));
}

/** Whether some outcome of this event ends the application. */
export function mayEnd(law: EventLaw, from: Status): boolean {
  return targetsOf(law, from).some(isFinal);
}
