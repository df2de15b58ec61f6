import { type DeadlineName, deadlineNames } from '../../../rules/application/deadline.js';
import { type Status, statuses } from '../../../rules/application/lifecycle.js';
import { lint } from '../../../rules/policy/linter.js';
import type { LintFinding } from '../../../rules/policy/lintFinding.js';
import { calendar, policy } from '../campaign.js';
import { campaignLetters, campaignLettersArrived } from '../checks/campaignLetters.js';
import { type Checked, checkAll } from '../checks.js';
import type { Rehearsed } from '../rehearsal.js';
import { look, type Seen } from '../stage/seen.js';
import type { Stage } from '../stage/stage.js';

/** So many of something, by name, the most frequent first. */
export type Counts = readonly (readonly [string, number])[];

/** What the rehearsal came to. */
export interface Report {
  readonly applications: number;
  readonly units: number;
  readonly plans: number;
  /** How many ended in each status, and how many should have. */
  readonly ends: readonly { readonly status: Status; readonly count: number; readonly expected: number }[];
  /** Deadlines that came due and moved an application by themselves. */
  readonly deadlines: Counts;
  /** Reminders by the deadline they are about. */
  readonly reminders: Counts;
  readonly letters: Counts;
  /** Mails in the inbox. */
  readonly mails: number;
  readonly refusals: Counts;
  /** Acts registered at the door. */
  readonly acts: number;
  readonly documents: number;
  /** What the committee did together, a line each. */
  readonly together: readonly string[];
  readonly lint: readonly LintFinding[];
  readonly checks: readonly Checked[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly atRest: boolean;
}

/** Looks at everything the system holds now, counts and checks it. */
export async function reportOn(stage: Stage, { script, company, ledger, atRest }: Rehearsed): Promise<Report> {
  const seen = await look(stage, company, script.expected);
  const delivered = seen[0]?.delivered ?? new Map<string, number>();
  const ofCampaign = await campaignLetters(
    stage,
    seen.map(({ application }) => application.id),
  );
  const checks = [
    everyDraftOpened(company),
    ...checkAll(seen),
    campaignLettersArrived(ofCampaign, delivered),
    ...ledger.checks,
  ];
  const letters = seen.flatMap((one) => one.letters);
  const { errors, warnings } = stage.complaints;
  return {
    applications: seen.length,
    units: new Set(seen.map(({ application }) => application.unitId)).size,
    plans: new Set(seen.map(({ played }) => played.part.plan)).size,
    ends: endsOf(seen),
    deadlines: counted(seen.flatMap(deadlinesOf)),
    reminders: counted(letters.flatMap(({ kind, deadline }) => (kind === 'reminder' && deadline ? [deadline] : []))),
    letters: counted([
      ...letters.map(({ kind }) => kind),
      ...ofCampaign.filter(({ state }) => state === 'sent').map(({ kind }) => kind),
    ]),
    mails: [...delivered.values()].reduce((sum, times) => sum + times, 0),
    refusals: counted(
      seen.flatMap(({ played }) => played.replies.flatMap(({ body: { code } }) => (code ? [String(code)] : []))),
    ),
    acts: seen.reduce((sum, { intakes }) => sum + intakes.length, 0),
    documents: company.reduce((sum, { documents }) => sum + documents.length, 0),
    together: ledger.reported,
    lint: lint(policy, calendar),
    checks,
    errors,
    warnings,
    atRest,
  };
}

/** Whether everything adds up. */
export function addsUp({ checks, errors, atRest }: Report): boolean {
  return atRest && errors.length === 0 && checks.every(({ findings }) => findings.length === 0);
}

function everyDraftOpened(company: Rehearsed['company']): Checked {
  const findings = company
    .filter(({ id }) => id === null)
    .map(({ part: { name }, replies }) => ({ name, id: '?', what: JSON.stringify(replies[0] ?? null) }));
  return { zh: '每份草稿都已建立', en: 'every draft was opened', findings };
}

function endsOf(seen: readonly Seen[]): Report['ends'] {
  const ends = statuses.map((status) => ({
    status,
    count: seen.filter(({ application }) => application.status === status).length,
    expected: seen.filter(({ played }) => played.part.plan.ends === status).length,
  }));
  return ends.filter(({ count, expected }) => count > 0 || expected > 0);
}

/** The engine's own acts name their deadline in their key. */
function deadlinesOf({ timeline }: Seen): DeadlineName[] {
  return timeline.flatMap(({ transition: { actor, key } }) =>
    actor.role === 'timer' ? deadlineNames.filter((name) => key.startsWith(`timer:${name}:`)) : [],
  );
}

function counted(names: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}
