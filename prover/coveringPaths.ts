import { explore } from './explore.js';
import { rowsOf } from './properties/property.js';
import { pathTo, type Subject, type Visited } from './visited.js';

/** The rows of the law a path takes, as `status event`. */
const rowsOnPath = (state: Visited): ReadonlySet<string> => new Set(pathTo(state).flatMap(rowsOf));

/** Paths that together take every row a candidate of this kind can come to: first those that take most. */
export function coveringPaths(subject: Subject, takes: (state: Visited) => boolean): readonly Visited[] {
  const first = new Map<string, Visited>();
  const note = (after: Visited) => {
    if (!takes(after)) return;
    for (const row of rowsOnPath(after)) if (!first.has(row)) first.set(row, after);
  };
  const nothing = () => undefined;
  explore(subject, { state: note, refusal: nothing, accepted: nothing, step: nothing });
  const open = new Set(first.keys());
  const candidates = [...new Set(first.values())].map((state) => ({ state, rows: rowsOnPath(state) }));
  const chosen: Visited[] = [];
  const gain = ({ rows }: (typeof candidates)[number]) => [...rows].filter((row) => open.has(row)).length;
  while (open.size > 0) {
    const best = candidates.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    chosen.push(best.state);
    for (const row of best.rows) open.delete(row);
  }
  return chosen;
}
