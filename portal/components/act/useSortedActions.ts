import type { Action, Application } from '../../api/applications.js';
import { type StatusOfLaw, useLaw } from '../../api/law.js';

interface Ordered {
  readonly action: Action;
  /** it can only end the application */
  readonly ends: boolean;
  /** the primary button: the act that leads furthest along the main path, or the only one */
  readonly main: boolean;
}

/**
 * Sorts acts by where the law leads with them: forward first, back and aside next, acts that only end the application
 * last.
 */
export function useSortedActions(
  { status }: Pick<Application, 'status'>,
  actions: readonly Action[],
): readonly Ordered[] {
  const law = useLaw();
  const of = (name: string) => law?.statuses.find((one) => one.name === name);
  // A status beside the main path sorts just before the step it branches off from, so that returning to the path counts
  // as forward.
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
