import pMap from 'p-map';
import {
  countRecordedWorkflows,
  endedUnfollowed,
  overdueApplications,
  type RecordedWorkflow,
  recordedApplications,
  recordedCampaigns,
} from '../records/operations/recordedWorkflows.js';
import type { EngineDeps } from './deps.js';
import { findingOf, rebuild, type Subject, subjectOf, workflowOf } from './reconcileOne.js';

/** What reconciling needs. */
export interface ReconcileDeps extends EngineDeps {
  readonly metrics: {
    /** Counts workflows that were not where the record is, by what was found. */
    readonly reconciled: { inc(labels: { readonly finding: string }): void };
  };
}

/** What one comparison of everything came to. */
export interface Reconciled {
  /** Workflows begun again from the record, or stopped. */
  readonly rebuilt: readonly string[];
  /** Not where the record is, and still so: the engine or a workflow did not answer, or starting again did not help. */
  readonly astray: readonly string[];
}

const page = 1_000;
/** How long an act or a deadline may wait before its workflow is looked at, in ms. */
const overdueAfter = 15_000;
/** How long until it is also asked where it is, in ms: one that does not answer takes its time. */
const stuckAfter = 120_000;
const concurrency = 16;

/**
 * Whether engine and record count alike, apart from workflows whose application has just ended by a deadline and which follow
 * within minutes. Null: this server cannot count, and nothing is to be compared.
 */
export async function countsAgree({
  db,
  engine,
  clock,
}: Pick<EngineDeps, 'db' | 'engine' | 'clock'>): Promise<boolean | null> {
  const now = await clock();
  const [running, { unended, justEnded }] = await Promise.all([
    engine.workflows.count(),
    countRecordedWorkflows(db, now),
  ]);
  return running === null ? null : running >= unended && running <= unended + justEnded;
}

/**
 * Compares every workflow with its record. One that is missing, has ended, is behind or ahead is begun again from the
 * record, and so is one whose task fails again and again while acts or deadlines wait; one without a record, or whose record
 * has come to its end, is stopped. Each is reported. `givenUp`: workflows that end again and again, which are left to an
 * operator.
 */
export async function reconcile(deps: ReconcileDeps, givenUp: ReadonlySet<string> = new Set()): Promise<Reconciled> {
  const suspects = await suspectsOf(deps);
  const rebuilt: string[] = [];
  const astray: string[] = [];
  const examine = async ({ subject, listed }: Suspect) => {
    const workflow = workflowOf(subject);
    try {
      const finding = await findingOf(deps, subject, listed);
      if (finding === null) return;
      if (givenUp.has(workflow)) return void astray.push(workflow);
      await rebuild(deps, subject, finding);
      deps.metrics.reconciled.inc({ finding });
      rebuilt.push(workflow);
    } catch (error) {
      astray.push(workflow);
      deps.logger.error({ err: error, alert: 'workflow_astray', workflow }, 'a workflow could not be compared');
    }
  };
  await pMap(suspects, examine, { concurrency });
  return { rebuilt, astray };
}

interface Suspect {
  readonly subject: Subject;
  /** Whether it runs, and is to be asked where it is: the engine lists it elsewhere than its record, or something waits. */
  readonly listed: boolean;
}

/** Whatever differs between the engine's list and the record, or waits too long. The list may be some seconds old: each is looked at again. */
async function suspectsOf(deps: EngineDeps): Promise<readonly Suspect[]> {
  const running = new Map<string, number | null>();
  for await (const { workflowId, seq } of deps.engine.workflows.list()) running.set(workflowId, seq);
  const now = await deps.clock();
  const overdue = new Set(await overdueApplications(deps.db, now - overdueAfter));
  const stuck = new Set(await overdueApplications(deps.db, now - stuckAfter));
  const suspects: Suspect[] = [];
  const compare = (kind: Subject['kind'], { id, seq, settled }: RecordedWorkflow) => {
    const subject = { kind, id };
    const workflow = workflowOf(subject);
    const listed = running.get(workflow);
    if (listed === undefined) suspects.push({ subject, listed: false });
    else if (listed !== null && (listed > seq || (listed < seq && settled))) suspects.push({ subject, listed: true });
    // The list may show an attribute that was kept while the workflow's own past was lost: what waits too long is asked.
    else if (stuck.has(id)) suspects.push({ subject, listed: true });
    else if (kind === 'campaign' || overdue.has(id)) suspects.push({ subject, listed: false });
    running.delete(workflow);
  };
  for (const each of await recordedCampaigns(deps.db)) {
    compare('campaign', each);
    await deps.engine.workflows.startCampaignDue({ campaignId: each.id, clockOffset: deps.clockOffset });
  }
  for (let after: string | null = null; ; ) {
    const recorded: readonly RecordedWorkflow[] = await recordedApplications(deps.db, { after, limit: page });
    for (const each of recorded) compare('application', each);
    after = recorded.at(-1)?.id ?? null;
    if (recorded.length < page) break;
  }
  const following = new Set(await endedUnfollowed(deps.db, [...running.keys()]));
  for (const workflowId of running.keys()) {
    const subject = subjectOf(workflowId);
    if (subject && !following.has(workflowId)) suspects.push({ subject, listed: true });
  }
  return suspects;
}
