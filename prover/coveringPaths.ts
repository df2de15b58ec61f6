import { explore } from './explore.js';
import { transitionsOf } from './properties/property.js';
import { pathTo, type Subject, type Visited } from './visited.js';

/** The rows of the law a path takes, as `status event`. */
function rowsOf(state: Visited): ReadonlySet<string> {
  const rows = new Set<string>();
  for (const reached of pathTo(state)) {
    let status = reached.from?.state.facts.status;
    for (const { event, to } of transitionsOf(reached)) {
      rows.add(`${status} ${event}`);
      status = to;
    }
  }
  return rows;
}

/** Paths that together take every row a candidate of this kind can come to: first those that take most. */
export function coveringPaths(subject: Subject, takes: (state: Visited) => boolean): readonly Visited[] {
  const first = new Map<string, Visited>();
  const note = (after: Visited) => {
    if (!takes(after)) return;
    for (const row of rowsOf(after)) if (!first.has(row)) first.set(row, after);
  };
  const nothing = () => undefined;
  explore(subject, { state: note, refusal: nothing, accepted: nothing, step: nothing });
  const open = new Set(first.keys());
  const candidates = [...new Set(first.values())].map((state) => ({ state, rows: rowsOf(state) }));
  const chosen: Visited[] = [];
  const gain = ({ rows }: (typeof candidates)[number]) => [...rows].filter((row) => open.has(row)).length;
  while (open.size > 0) {
    const best = candidates.reduce((one, other) => (gain(other) > gain(one) ? other : one));
    chosen.push(best.state);
    for (const row of best.rows) open.delete(row);
  }
  return chosen;
}
