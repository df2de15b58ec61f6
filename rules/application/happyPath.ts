import { type EventLaw, type EventName, isFinal, lawsIn, lifecycle, type Status, statuses } from './lifecycle.js';

/** Where a row of the law may lead from a status; an event that stays leads to the status itself. */
export function targetsOf({ next }: EventLaw, from: Status): readonly Status[] {
  if (next === 'stays') return [from];
  return typeof next === 'string' ? [next] : next.of;
}

function neighboursOf(status: Status): readonly Status[] {
  return [...new Set(lawsIn(status).flatMap(([, law]) => targetsOf(law, status)))];
}

/** Where the status's own rows lead: what is possible everywhere branches off nowhere. */
function ownNeighboursOf(status: Status): readonly Status[] {
  const own: Readonly<Partial<Record<EventName, EventLaw>>> = lifecycle[status].events;
  return Object.values(own).flatMap((law) => targetsOf(law, status));
}

/** Every way from a status to a goal that passes no status twice. */
function waysTo(goal: Status, from: Status, passed: readonly Status[] = []): readonly (readonly Status[])[] {
  if (from === goal) return [[goal]];
  return neighboursOf(from)
    .filter((next) => !passed.includes(next) && next !== from)
    .flatMap((next) => waysTo(goal, next, [...passed, from]))
    .map((way) => [from, ...way]);
}

/**
 * The main road, for drawing: the longest way from the first status to conferral that passes no status twice. It leaves
 * out what leads back (a correction) and what an application may skip is still on it (a defense).
 */
export const happyPath: readonly Status[] = waysTo('conferred', statuses[0]).reduce((longest, way) =>
  way.length > longest.length ? way : longest,
);

/**
 * The place of a status in a drawing: on the main road its step, else the first step of the road from which one event
 * leads there, else the place of the detour it lies behind.
 */
export function placeInDrawing(status: Status): number {
  const leadsHere = (one: Status) => ownNeighboursOf(one).includes(status);
  const step = happyPath.includes(status) ? happyPath.indexOf(status) : happyPath.findIndex(leadsHere);
  if (step >= 0) return step;
  return Math.min(...statuses.filter((one) => one !== status && leadsHere(one)).map(placeInDrawing));
}

/** Whether some outcome of this event ends the application. */
export function mayEnd(law: EventLaw, from: Status): boolean {
  return targetsOf(law, from).some(isFinal);
}
