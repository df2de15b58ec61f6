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

/** Statuses, running or conferred, to which this event leads sooner or later. */
function after(event: EventName, from: readonly Status[] = []): readonly Status[] {
  const starts = statuses.flatMap((status) => {
    const law = findLaw(status, event);
    return law ? targetsOf(law, status) : [];
  });
  const next = from.flatMap((status) => lawsIn(status).flatMap(([, law]) => targetsOf(law, status)));
  const all = [...new Set([...starts, ...from, ...next])];
  return all.length === from.length
    ? all.filter((status) => !isFinal(status) || isConferred(status))
    : after(event, all);
}

/** Those of them in which nothing is left to decide: the meeting has passed it, or a track without one the audit. */
export const passedWithPosition = after('record_tally');

const asking: readonly GuardName[] = ['position_vacant', 'position_left'];

/** Whether the law asks for a vacant position of the unit before this event. */
export function takesPosition(event: EventName): boolean {
  return statuses.some((status) => findLaw(status, event)?.guards.some((guard) => asking.includes(guard)));
}
