import { Client } from '@temporalio/client';
import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { hour, type Instant } from '../../rules/calendar/instant.js';
import { applicationWorkflow, workflowIdOf } from '../../workflows/application/messages.js';
import { startOptions } from '../../workflows/application/startOptions.js';
import { type ApplicationState, calendar, playedLifecycle, policy } from './lifecycles.js';

/** One run of a workflow, as it is kept. */
export interface KeptHistory {
  readonly name: string;
  /** JSON */
  readonly history: string;
  readonly events: number;
}

/** Lives a life through in the engine, act by act at its instant, and gives the history of each of its runs. */
export async function liveThrough(
  environment: TestWorkflowEnvironment,
  state: ApplicationState,
): Promise<KeptHistory[]> {
  const { opening, acts, at } = playedLifecycle(state);
  const client = new Client({ connection: environment.connection });
  const begin = (acts[0]?.receivedAt ?? at) - hour;
  const clockOffset = begin - (await environment.currentTimeMs());
  const moveTo = async (instant: Instant) => {
    const left = instant - clockOffset - (await environment.currentTimeMs());
    if (left > 0) await environment.sleep(left);
  };
  const input = { facts: opening, policy, calendar, remindedUpTo: begin, answers: {}, clockOffset };
  const handle = await client.workflow.start(applicationWorkflow, startOptions(input, 'http://127.0.0.1'));
  for (const act of acts) {
    await moveTo(act.receivedAt);
    await client.workflow.getHandle(handle.workflowId).executeUpdate(act.event, { args: [act, 0], updateId: act.key });
  }
  await moveTo(at + hour);
  return await runsOf(client, state.name, workflowIdOf(opening.applicationId), handle.firstExecutionRunId);
}

/** Every run of a workflow, from its first. */
export async function runsOf(
  client: Client,
  name: string,
  workflowId: string,
  firstRun: string,
): Promise<KeptHistory[]> {
  const kept: KeptHistory[] = [];
  for (let runId: string | null = firstRun; runId; ) {
    const history: History = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const events = history.events ?? [];
    kept.push({ name, history: historyToJSON(history), events: events.length });
    const end = events.at(-1);
    const next = end?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    if (!next && !end?.workflowExecutionCompletedEventAttributes) throw new Error(`${name} has not come to its end`);
    runId = next ?? null;
  }
  return kept.length === 1 ? kept : kept.map((run, index) => ({ ...run, name: `${name}-${index + 1}` }));
}
