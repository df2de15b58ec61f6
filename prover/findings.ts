import { type GuardName, guards } from '../rules/application/guards.js';
import { acrossStatuses, findLaw, lawsIn, lifecycle, statuses } from '../rules/application/lifecycle.js';
import { cite } from '../rules/policy/clauses.js';
import { conductProperties } from './properties/conductProperties.js';
import { outcomeProperties } from './properties/outcomeProperties.js';
import { type Property, rowsOf } from './properties/property.js';
import { requestProperties } from './properties/requestProperties.js';
import { timeProperties } from './properties/timeProperties.js';
import type { Subject, Visited } from './visited.js';
import type { Watch } from './watch.js';

/** Everything that is checked in every state, act, step and refusal. */
export const properties: readonly Property[] = [
  ...timeProperties,
  ...conductProperties,
  ...outcomeProperties,
  ...requestProperties,
];

const timer = { role: 'timer', personId: 'timer', scope: null } as const;

/** A state in which something does not hold. */
export interface Counterexample {
  readonly property: string;
  readonly what: string;
  readonly state: Visited;
}

/** Checks all properties, keeps the first counterexamples of each, and notes which rows and guards were at work. */
export class Findings implements Watch {
  readonly counterexamples: Counterexample[] = [];
  readonly rows = new Set<string>();
  readonly guards = new Set<GuardName>();

  /** @param most counterexamples of one property that are kept */
  constructor(readonly most = 3) {}

  note(property: string, what: string | null, state: Visited): void {
    if (what === null) return;
    const same = this.counterexamples.filter((one) => one.property === property);
    // The same complaint once more tells nothing new.
    if (same.length >= this.most || same.some((one) => one.what === what)) return;
    this.counterexamples.push({ property, what, state });
  }

  readonly state: Watch['state'] = (state, subject) => {
    this.#noteHeldBack(state, subject);
    for (const { name, state: check } of properties) if (check) this.note(name, check(state, subject), state);
  };

  readonly refusal: Watch['refusal'] = (state, attempt, refusal, subject) => {
    for (const { name, refusal: check } of properties) {
      if (check) this.note(name, check(state, attempt, refusal, subject), state);
    }
    this.#noteGuard(state, attempt.act, subject);
  };

  readonly accepted: Watch['accepted'] = (state, attempt, transition, subject) => {
    for (const { name, accepted: check } of properties) {
      if (check) this.note(name, check(state, attempt, transition, subject), state);
    }
  };

  readonly step: Watch['step'] = (before, after, subject) => {
    for (const row of rowsOf(after)) this.rows.add(row);
    for (const { name, step: check } of properties) if (check) this.note(name, check(before, after, subject), after);
  };

  /** The guard by which a deadline that has passed is held back: the law asks it as it looks for what has fallen due. */
  #noteHeldBack({ facts, at, policy }: Visited, { calendar }: Subject): void {
    if (facts.tolledSince !== null) return;
    for (const [event, row] of lawsIn(facts.status)) {
      if (!row.when || (facts.deadlines[row.when]?.due ?? at) >= at) continue;
      if (row.guards.every((name) => this.guards.has(name))) continue;
      const act = { key: '', event, actor: timer, receivedAt: at, expectedSeq: null, data: {}, freeTextHash: null };
      const clause = cite(policy, row.clause);
      const first = row.guards.find((name) => guards[name].check({ facts, act, policy, calendar, clause }));
      if (first) this.guards.add(first);
    }
  }

  /** The guard by which an act was refused. */
  #noteGuard({ facts, policy }: Visited, act: Parameters<Watch['refusal']>[1]['act'], { calendar }: Subject): void {
    const row = findLaw(facts.status, act.event);
    if (!row || row.guards.every((name) => this.guards.has(name))) return;
    const clause = cite(policy, row.clause);
    const first = row.guards.find((name) => guards[name].check({ facts, act, policy, calendar, clause }));
    if (first) this.guards.add(first);
  }
}

/** Every row of the law; those of every status are used where some status uses them. */
export function unusedRows(used: ReadonlySet<string>): readonly string[] {
  const across = Object.keys(acrossStatuses);
  const own = statuses.flatMap((status) => Object.keys(lifecycle[status].events).map((event) => `${status} ${event}`));
  const anywhere = new Set([...used].map((row) => row.split(' ')[1]));
  return [...own.filter((row) => !used.has(row)), ...across.filter((event) => !anywhere.has(event))];
}
/** Guards that refused nothing. */
export function unusedGuards(used: ReadonlySet<string>): readonly string[] {
  return Object.keys(guards).filter((guard) => !used.has(guard));
}
