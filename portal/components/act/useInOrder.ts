import type { Action, Application } from '../../api/applications.js';
import { type StatusOfLaw, useLaw } from '../../api/law.js';

interface Ordered {
  readonly action: Action;
  /** it can only end the application */
  readonly ends: boolean;
  /** it leads furthest on along the road of the law, or is the only one: the button that stands out */
  readonly main: boolean;
}

/** Acts in the order of where the law leads with them: onward first, back and aside next, what only ends it last. */
export function useInOrder({ status }: Pick<Application, 'status'>, actions: readonly Action[]): readonly Ordered[] {
  const law = useLaw();
  const of = (name: string) => law?.statuses.find((one) => one.name === name);
  // What lies beside the road comes just before the step it branches off from: from there, back onto the road is onward.
  const placeOf = (one: StatusOfLaw | undefined) => (one === undefined ? 0 : one.main ? one.order : one.order - 0.5);
  const here = placeOf(of(status));
  const known = actions.map((action) => {
    const to = (law?.events.find((row) => row.status === status && row.event === action.event)?.to ?? [])
      .filter((name) => name !== status)
      .flatMap((name) => of(name) ?? []);
    const ends = to.length > 0 && to.every(({ final }) => final);
    const onward = Math.max(here, ...to.filter(({ final, main }) => main || !final).map(placeOf));
    return { action, ends, onward: ends ? -1 : onward };
  });
  const sorted = known.toSorted((a, b) => b.onward - a.onward);
  const furthest = sorted[0]?.onward ?? 0;
  return sorted.map(({ action, ends, onward }, index) => ({
    action,
    ends,
    main: index === 0 && ((onward === furthest && onward > here) || (sorted.length === 1 && !ends)),
  }));
}
