import type { Instant } from '../../rules/calendar/instant.js';
import type { Played } from './actors.js';
import type { Party } from './committee/workspace.js';
import { type Occasion, occasions } from './model/occasions.js';
import type { Step } from './plan.js';
import { plannedInstant } from './plannedInstant.js';
import { type Gathering, gatheringOf } from './together.js';

/** What one application's people do by themselves at an instant. */
interface Scene {
  readonly played: Played;
  readonly steps: readonly Step[];
}
/** What happens at one instant. */
interface Moment {
  readonly at: Instant;
  readonly occasions: readonly Occasion[];
  readonly scenes: readonly Scene[];
  readonly gatherings: readonly (readonly [Gathering, readonly Party[]])[];
}

/** Everything by instant; what is done for one application at the same instant stays in its order. */
export function programme(company: readonly Played[], year: number): readonly Moment[] {
  const parties = company.flatMap((played) => played.part.plan.steps.map((step) => ({ played, step })));
  const steps = groupedBy(parties, ({ step }) => plannedInstant(step.at, year));
  const held = groupedBy(occasions, ({ at }) => plannedInstant(at, year));
  const instants = [...new Set([...steps.keys(), ...held.keys()])].toSorted((one, other) => one - other);
  return instants.map((at) => momentOf(at, held.get(at) ?? [], steps.get(at) ?? []));
}

function momentOf(at: Instant, held: readonly Occasion[], parties: readonly Party[]): Moment {
  const byKind = groupedBy(parties, ({ played, step }) => gatheringOf(step, played.part));
  const alone = groupedBy(byKind.get(null) ?? [], ({ played }) => played);
  return {
    at,
    occasions: held,
    scenes: [...alone].map(([played, own]) => ({ played, steps: own.map(({ step }) => step) })),
    gatherings: [...byKind].flatMap(([kind, together]) => (kind === null ? [] : [[kind, together] as const])),
  };
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), [...group, item]);
  }
  return groups;
}
