import { hour, type Instant } from '../../rules/calendar/instant.js';
import { calendar, policy } from './campaign.js';
import { campaignTasks } from './committee/campaignTasks.js';
import { type Expectation, ReferenceModel } from './model/referenceModel.js';
import { plannedInstant } from './plans/plannedInstant.js';
import { type RehearsalCase, rehearsalCases } from './rehearsalCase.js';

/** The applications to rehearse, and what the reference model expects of them. */
export interface Scenario {
  readonly cases: readonly RehearsalCase[];
  /** One for each case, in the same order. */
  readonly expected: readonly Expectation[];
  /** An hour after the last deadline and the last task of the campaign. */
  readonly until: Instant;
}

/** The scenario of `count` applications, predicted by the reference model. */
export function buildScenario(count: number): Scenario {
  const cases = rehearsalCases(count, policy);
  const expected = new ReferenceModel(cases, policy, calendar).predict();
  const last = expected.flatMap(({ transitions }) => transitions.map(({ at }) => at));
  const due = campaignTasks.map(({ at }) => plannedInstant(at, policy.year));
  return { cases, expected, until: Math.max(...last, ...due) + hour };
}
