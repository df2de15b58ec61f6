import { findByNumber } from '../records/application/applications.js';
import {
  type RecordedWorkflow,
  recordedApplicationState,
  recordedCampaignState,
} from '../records/operations/recordedWorkflows.js';
import { parseApplicationNumber } from '../rules/application/applicationNumber.js';
import { canonical } from '../rules/canonical.js';
import { campaignDuePrefix, campaignWorkflowIdOf } from '../workflows/campaign/campaignMessages.js';
import type { EngineDeps } from './deps.js';
import { type Finding, findings } from './findings.js';
import { startCampaign } from './startCampaign.js';
import { startWorkflow } from './startWorkflow.js';

/** An application or a campaign whose workflow is compared with its record. */
export interface Subject {
  readonly kind: 'application' | 'campaign';
  /** The short number of an application, the id of a campaign. */
  readonly id: string;
}

/** The id of its workflow. */
export function workflowOf({ kind, id }: Subject): string {
  return kind === 'application' ? id : campaignWorkflowIdOf(id);
}

/** The subject of a workflow id, or null when it is neither an application's nor a campaign's. */
export function subjectOf(workflowId: string): Subject | null {
  if (parseApplicationNumber(workflowId) === workflowId) return { kind: 'application', id: workflowId };
  const [, id] = /^campaign-(.+)$/.exec(workflowId) ?? [];
  return id === undefined || id.startsWith(campaignDuePrefix) ? null : { kind: 'campaign', id };
}

const recorded = ({ db }: EngineDeps, { kind, id }: Subject): Promise<RecordedWorkflow | null> =>
  kind === 'application' ? recordedApplicationState(db, id) : recordedCampaignState(db, id);

/**
 * Compares a workflow with its record; null when nothing is wrong. `listed` false: nothing hints at a difference, so that
 * one that runs, and whose task does not fail, needs no closer look.
 *
 * @throws when the engine or the workflow does not answer
 */
export async function findingOf(deps: EngineDeps, subject: Subject, listed: boolean): Promise<Finding | null> {
  // Each side is read before and after the other: what is written meanwhile must not look like a difference.
  const before = await recorded(deps, subject);
  const state = await deps.engine.workflows.state(workflowOf(subject));
  if (state === 'ended' || state === 'missing') {
    const now = await recorded(deps, subject);
    return now === null || now.final || !now.started ? null : state;
  }
  if (before === null) return 'unrecorded';
  // A task may have been lost with its worker several times: one that answers does not fail.
  if (state === 'failing' && !(await answers(deps, subject))) return 'failing';
  if (!listed) return null;
  const seq = await seqOf(deps, subject);
  if (seq < before.seq && before.settled) return 'behind';
  if (seq > ((await recorded(deps, subject))?.seq ?? 0)) return 'ahead';
  return before.settled && (await differs(deps, subject)) ? 'differs' : null;
}

/** Whether a workflow that has come as far as its record has come there another way. */
async function differs({ db, engine }: EngineDeps, { kind, id }: Subject): Promise<boolean> {
  if (kind === 'campaign') return false;
  const [{ facts }, application] = [await engine.current(id), await findByNumber(db, id)];
  return application !== null && facts.seq === application.seq && canonical(facts) !== canonical(application.facts);
}

function answers(deps: EngineDeps, subject: Subject): Promise<boolean> {
  return seqOf(deps, subject).then(
    () => true,
    () => false,
  );
}

async function seqOf({ engine }: EngineDeps, { kind, id }: Subject): Promise<number> {
  return kind === 'application' ? (await engine.current(id)).facts.seq : await engine.workflows.campaignSeq(id);
}

/**
 * Stops what runs, with words, and starts the workflow from the record unless nothing happens to it any more. A log line
 * with an alarm says so.
 */
export async function rebuild(deps: EngineDeps, subject: Subject, finding: Finding): Promise<'restarted' | 'stopped'> {
  const workflow = workflowOf(subject);
  const { zh, en } = findings[finding];
  await deps.engine.workflows.stop(workflow, `${zh}，已停止 / ${en}: stopped`);
  const now = await recorded(deps, subject);
  const remedy = now === null || now.final ? 'stopped' : 'restarted';
  if (remedy === 'restarted') await start(deps, subject, finding);
  deps.logger.error({ alert: 'workflow_rebuilt', workflow, finding, remedy }, en);
  return remedy;
}

async function start(deps: EngineDeps, subject: Subject, finding: Finding): Promise<void> {
  if (subject.kind === 'campaign') {
    await startCampaign({ ...deps, engine: { startCampaign: deps.engine.workflows.startCampaignAnew } }, subject.id);
  } else {
    const application = await findByNumber(deps.db, subject.id);
    if (application) await startWorkflow(deps, application, finding);
  }
}
