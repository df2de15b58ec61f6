import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';

/** What the workers did, as the engine's histories hold it. */
export interface TaskCounts {
  /** Workflow tasks that ended, by the build that did them; `unversioned` for workers without versions. */
  readonly completed: ReadonlyMap<string, number>;
  /** Why workflow tasks failed, each with its workflow. */
  readonly failed: readonly string[];
  readonly workflows: number;
}

const unversioned = 'unversioned';

/** Reads every history that the server holds. */
export async function countTasks({ workflow }: Client): Promise<TaskCounts> {
  const completed = new Map<string, number>();
  const failed: string[] = [];
  let workflows = 0;
  for await (const { workflowId, runId } of workflow.list()) {
    workflows += 1;
    const { events } = await workflow.getHandle(workflowId, runId).fetchHistory();
    for (const event of events ?? []) {
      const done = event.workflowTaskCompletedEventAttributes;
      if (done) {
        const build = done.deploymentVersion?.buildId || unversioned;
        completed.set(build, (completed.get(build) ?? 0) + 1);
      }
      const failure = event.workflowTaskFailedEventAttributes;
      if (failure && !isOrderly(failure.cause))
        failed.push(`${workflowId}: ${failure.failure?.message ?? failure.cause}`);
    }
  }
  return { completed, failed, workflows };
}

const { WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND: unhandled } = proto.temporal.api.enums.v1.WorkflowTaskFailedCause;
/** Something came in while a workflow was ending: the server has the task done again, with it. */
const isOrderly = (cause: unknown) => cause === unhandled;
