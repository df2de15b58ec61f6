import type { Unit } from '../../records/people/organisations.js';
import { hour, type Instant } from '../../rules/calendar/instant.js';
import { aksu2024 } from '../../rules/policy/campaigns/aksu2024.js';
import { sampleUnits } from '../samples/organisations.js';
import { campaignOf, type RehearsedCampaign } from './campaign.js';
import { aksuTasks, type CampaignTask } from './committee/campaignTasks.js';
import { type Expectation, ReferenceModel } from './model/referenceModel.js';
import { plannedInstant } from './plans/plannedInstant.js';
import { type RehearsalCase, rehearsalCases } from './rehearsalCase.js';
import { unitUnderSanction } from './unitUnderSanction.js';

/** What a rehearsal plays: a campaign, its tasks and its applications. */
export interface Rehearsed {
  readonly campaign: RehearsedCampaign;
  readonly units: readonly Unit[];
  /** Codes of the committees that are drawn. */
  readonly committees: readonly string[];
  readonly tasks: readonly CampaignTask[];
  readonly cases: readonly RehearsalCase[];
}

/** A rehearsal and what the reference model expects of it. */
export interface Scenario extends Rehearsed {
  /** One for each case, in the same order. */
  readonly expected: readonly Expectation[];
  /** An hour after the last deadline and the last task of the campaign. */
  readonly until: Instant;
}

/** The predictions of the reference model, and the instant of the last of them. */
export function predictedOf({ cases, campaign: { policy, calendar } }: Pick<Rehearsed, 'cases' | 'campaign'>) {
  const expected = new ReferenceModel(cases, policy, calendar).predict();
  return { expected, last: Math.max(...expected.flatMap(({ transitions }) => transitions.map(({ at }) => at))) };
}

/** A rehearsal, predicted by the reference model. */
export function scenarioOf(rehearsed: Rehearsed): Scenario {
  const { expected, last } = predictedOf(rehearsed);
  const { year } = rehearsed.campaign.policy;
  const due = rehearsed.tasks.map(({ at }) => plannedInstant(at, year));
  const until = Math.max(last, ...due) + hour;
  // One whose end the rehearsal does not see would be told of months later that it still waits.
  const seen = expected.map((one) => ({ ...one, reminders: one.reminders.filter(({ at }) => at <= until) }));
  return { ...rehearsed, expected: seen, until };
}

/** The campaign of 2024 with `count` applications, by the plans written for it. */
export function buildScenario(count: number): Scenario {
  const campaign = campaignOf(aksu2024);
  const committees = campaign.policy.reviewCommittee.committees.value.map(({ code }) => code);
  const cases = rehearsalCases(count, campaign.policy);
  return scenarioOf({ campaign, units: [...sampleUnits, unitUnderSanction], committees, tasks: aksuTasks, cases });
}
