import type { Instant } from '../../rules/calendar/instant.js';
import type { CampaignTask } from './committee/campaignTasks.js';
import type { CaseStep } from './committee/workspace.js';
import { type JointAct, jointActOf } from './jointActs.js';
import type { Step } from './plans/plan.js';
import { plannedInstant } from './plans/plannedInstant.js';
import type { CaseRun } from './stepRunner.js';

/** Steps that concern one application only. */
interface IndependentSteps {
  readonly run: CaseRun;
  readonly steps: readonly Step[];
}
/** Everything that happens at one instant. */
interface ScheduledInstant {
  readonly at: Instant;
  readonly campaignTasks: readonly CampaignTask[];
  readonly independent: readonly IndependentSteps[];
  readonly jointActs: readonly (readonly [JointAct, readonly CaseStep[]])[];
}

/** Everything by instant. Steps of one application at the same instant keep their order. */
export function scheduleOf(
  runs: readonly CaseRun[],
  tasks: readonly CampaignTask[],
  year: number,
): readonly ScheduledInstant[] {
  const caseSteps = runs.flatMap((run) => run.testCase.plan.steps.map((step) => ({ run, step })));
  const steps = groupedBy(caseSteps, ({ step }) => plannedInstant(step.at, year));
  const due = groupedBy(tasks, ({ at }) => plannedInstant(at, year));
  const instants = [...new Set([...steps.keys(), ...due.keys()])].toSorted((one, other) => one - other);
  return instants.map((at) => scheduledAt(at, due.get(at) ?? [], steps.get(at) ?? []));
}

function scheduledAt(at: Instant, due: readonly CampaignTask[], caseSteps: readonly CaseStep[]): ScheduledInstant {
  const byKind = groupedBy(caseSteps, ({ run, step }) => jointActOf(step, run.testCase));
  const alone = groupedBy(byKind.get(null) ?? [], ({ run }) => run);
  return {
    at,
    campaignTasks: due,
    independent: [...alone].map(([run, own]) => ({ run, steps: own.map(({ step }) => step) })),
    jointActs: [...byKind].flatMap(([kind, together]) => (kind === null ? [] : [[kind, together] as const])),
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
