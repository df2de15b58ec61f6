import {
  type Client,
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  type WorkflowExecutionInfo,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { applicationWorkflow } from '../workflows/application/messages.js';
import { searchAttributes } from '../workflows/application/searchAttributes.js';
import {
  type CampaignInput,
  campaignDueWorkflow,
  campaignQuery,
  campaignWorkflow,
  campaignWorkflowIdOf,
} from '../workflows/campaign/campaignMessages.js';
import {
  type CampaignStart,
  campaignDueStartOptions,
  campaignStartOptions,
} from '../workflows/campaign/campaignStart.js';

/** A running workflow as the engine lists it, which may be some seconds old. */
export interface ListedWorkflow {
  readonly workflowId: string;
  /** How far it had followed its record; null for one that does not say. */
  readonly seq: number | null;
}

/** The workflows of applications and campaigns as the engine has them. Only the reconciler begins a campaign's anew. */
export interface EngineWorkflows {
  /** How many run. Null: this server cannot list. */
  count(): Promise<number | null>;
  /** All that run, page by page. */
  list(): AsyncIterable<ListedWorkflow>;
  /** Whether the newest run under this id is running, has ended, or there is none; whether its task has failed repeatedly. */
  state(workflowId: string): Promise<'running' | 'failing' | 'ended' | 'missing'>;
  /** The seq a campaign's workflow has reached. @throws when it does not answer */
  campaignSeq(campaignId: string): Promise<number>;
  /** Starts what records a campaign's deadlines, unless it runs. */
  startCampaignDue(campaign: CampaignInput): Promise<void>;
  /** Ends a running workflow, with words that the Temporal UI shows. Does nothing when none runs. */
  stop(workflowId: string, why: string): Promise<void>;
  /** Starts a campaign's workflow, whatever became of an earlier one. Does nothing while one runs. */
  startCampaignAnew(
    campaign: CampaignStart,
    memo: { readonly title: string; readonly committee: string },
  ): Promise<void>;
}

const ours = `WorkflowType IN ('${applicationWorkflow}', '${campaignWorkflow}') AND ExecutionStatus = 'Running'`;
const pageSize = 1_000;
/** The attempt at a workflow task from which on it counts as failing. One is lost with a worker that is killed. */
const failingFrom = 3;
const unimplemented = 12;
const anew = { workflowIdReusePolicy: 'ALLOW_DUPLICATE' } as const;

/** `EngineWorkflows` over a Temporal client; `within` bounds the time of a call. */
export function engineWorkflows(
  client: Client,
  portalUrl: string,
  within: <T>(work: () => Promise<T>) => Promise<T>,
): EngineWorkflows {
  const { workflow } = client;
  return {
    async count() {
      try {
        return (await within(() => workflow.count(ours))).count;
      } catch (error) {
        if (isUnimplemented(error)) return null;
        throw error;
      }
    },
    async *list() {
      for await (const info of workflow.list({ query: ours, pageSize })) yield listed(info);
    },
    async state(workflowId) {
      try {
        const { status, raw } = await within(() => workflow.getHandle(workflowId).describe());
        if (status.name !== 'RUNNING') return 'ended';
        return (raw.pendingWorkflowTask?.attempt ?? 0) >= failingFrom ? 'failing' : 'running';
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return 'missing';
        throw error;
      }
    },
    async campaignSeq(campaignId) {
      const handle = workflow.getHandle(campaignWorkflowIdOf(campaignId));
      return (await within(() => handle.query(campaignQuery))).facts.seq;
    },
    startCampaignDue: (campaign) =>
      unlessRunning(() => within(() => workflow.start(campaignDueWorkflow, campaignDueStartOptions(campaign)))),
    async stop(workflowId, why) {
      await within(() => workflow.getHandle(workflowId).terminate(why)).catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
    },
    startCampaignAnew: (campaign, memo) =>
      unlessRunning(() =>
        within(() =>
          workflow.start(campaignWorkflow, { ...campaignStartOptions(campaign, { ...memo, portalUrl }), ...anew }),
        ),
      ),
  };
}

async function unlessRunning(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

function listed({ workflowId, typedSearchAttributes }: WorkflowExecutionInfo): ListedWorkflow {
  return { workflowId, seq: typedSearchAttributes.get(searchAttributes.seq) ?? null };
}

function isUnimplemented(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return isGrpcServiceError(cause) && cause.code === unimplemented;
}
