import { type DeadlineName, deadlineNames } from '../../../rules/application/deadlines.js';
import { type Status, statuses } from '../../../rules/application/lifecycle.js';
import { lint } from '../../../rules/policy/lint/linter.js';
import type { LintFinding } from '../../../rules/policy/lint/lintFinding.js';
import { campaignLetters, campaignLettersArrived } from '../checks/campaignLetters.js';
import { type Checked, checkAll } from '../checks/checkAll.js';
import { ledgerBalances } from '../checks/ledgerBalances.js';
import { type Observation, observeAll } from '../checks/observation.js';
import { recordHolds } from '../checks/recordHolds.js';
import type { Environment } from '../environment/environment.js';
import type { RehearsalResult } from '../rehearse.js';

/** Counts by name, the highest first. */
export type Counts = readonly (readonly [string, number])[];

/** The report of a rehearsal. */
export interface Report {
  /** The title of the notice. */
  readonly title: string;
  readonly applications: number;
  readonly units: number;
  readonly plans: number;
  /** The number of applications in each final status, and the expected number. */
  readonly ends: readonly { readonly status: Status; readonly count: number; readonly expected: number }[];
  /** Deadlines that fired and moved an application. */
  readonly deadlines: Counts;
  /** Reminders by the deadline they are about. */
  readonly reminders: Counts;
  readonly letters: Counts;
  /** Mails in the inbox. */
  readonly mails: number;
  readonly refusals: Counts;
  /** Acts registered by the API. */
  readonly acts: number;
  readonly documents: number;
  /** What the committee did, a line each. */
  readonly committeeLines: readonly string[];
  readonly lint: readonly LintFinding[];
  readonly checks: readonly Checked[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly idle: boolean;
}

/** Reads everything the system holds, counts and checks it. */
export async function reportOn(
  environment: Environment,
  { scenario, runs, checkLog, idle }: RehearsalResult,
): Promise<Report> {
  const { policy, calendar } = scenario.campaign;
  const observations = await observeAll(environment, runs, scenario.expected);
  const delivered = observations[0]?.delivered ?? new Map<string, number>();
  const ofCampaign = await campaignLetters(
    environment,
    observations.map(({ application }) => application.id),
  );
  const checks = [
    everyDraftOpened(runs),
    ...checkAll(observations),
    await recordHolds(environment, observations),
    await ledgerBalances(environment, observations),
    campaignLettersArrived(ofCampaign, delivered),
    ...checkLog.checks,
  ];
  const letters = observations.flatMap((one) => one.letters);
  const { errors, warnings } = environment.problems;
  return {
    title: policy.title,
    applications: observations.length,
    units: new Set(observations.map(({ application }) => application.unitId)).size,
    plans: new Set(observations.map(({ run }) => run.testCase.plan)).size,
    ends: endsOf(observations),
    deadlines: counted(observations.flatMap(deadlinesOf)),
    reminders: counted(letters.flatMap(({ kind, deadline }) => (kind === 'reminder' && deadline ? [deadline] : []))),
    letters: counted([
      ...letters.map(({ kind }) => kind),
      ...ofCampaign.filter(({ state }) => state === 'sent').map(({ kind }) => kind),
    ]),
    mails: [...delivered.values()].reduce((sum, times) => sum + times, 0),
    refusals: counted(
      observations.flatMap(({ run }) => run.replies.flatMap(({ body: { code } }) => (code ? [String(code)] : []))),
    ),
    acts: observations.reduce((sum, { intakes }) => sum + intakes.length, 0),
    documents: runs.reduce((sum, { documents }) => sum + documents.length, 0),
    committeeLines: checkLog.lines,
    lint: lint(policy, calendar),
    checks,
    errors,
    warnings,
    idle,
  };
}

/** Whether every check passed. */
export function allChecksPass({ checks, errors, idle }: Report): boolean {
  return idle && errors.length === 0 && checks.every(({ findings }) => findings.length === 0);
}

function everyDraftOpened(runs: RehearsalResult['runs']): Checked {
  const findings = runs
    .filter(({ id }) => id === null)
    .map(({ testCase: { name }, replies }) => ({ name, id: '?', what: JSON.stringify(replies[0] ?? null) }));
  return { zh: '每份草稿都已建立', en: 'every draft was opened', findings };
}

function endsOf(observations: readonly Observation[]): Report['ends'] {
  const ends = statuses.map((status) => ({
    status,
    count: observations.filter(({ application }) => application.status === status).length,
    expected: observations.filter(({ run }) => run.testCase.plan.ends === status).length,
  }));
  return ends.filter(({ count, expected }) => count > 0 || expected > 0);
}

/** Deadline transitions name their deadline in their key. */
function deadlinesOf({ timeline }: Observation): DeadlineName[] {
  return timeline.flatMap(({ transition: { actor, key } }) =>
    actor.role === 'timer' ? deadlineNames.filter((name) => key.startsWith(`timer:${name}:`)) : [],
  );
}

function counted(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
