import type { GuardName } from './guards.js';
import { targetsOf } from './happyPath.js';
import { isConferred } from './isConferred.js';
import { type EventName, findLaw, isFinal, lawsIn, type Status, statuses } from './lifecycle.js';

/** The statuses that an application can reach without this event ever taking place. */
function reachedWithout(event: EventName, from: readonly Status[] = [statuses[0]]): readonly Status[] {
  const next = from.flatMap((status) =>
    lawsIn(status).flatMap(([name, law]) => (name === event ? [] : targetsOf(law, status))),
  );
  const all = [...new Set([...from, ...next])];
  return all.length === from.length ? all : reachedWithout(event, all);
}

/** Statuses, running or conferred, that an application reaches only through this event. */
function onlyAfter(event: EventName): readonly Status[] {
  const before = reachedWithout(event);
  return statuses.filter((status) => !before.includes(status) && (!isFinal(status) || isConferred(status)));
}

/** Statuses in which an application holds a position of its unit: recommended and still running, or conferred. */
export const holdsPosition = onlyAfter('recommend');

/** Those of them in which the meeting has passed it. */
export const passedWithPosition = onlyAfter('record_tally');

const asking: readonly GuardName[] = ['position_vacant', 'position_left'];

/** Whether the law asks for a vacant position of the unit before this event. */
export function takesPosition(event: EventName): boolean {
  return statuses.some((status) => findLaw(status, event)?.guards.some((guard) => asking.includes(guard)));
}
