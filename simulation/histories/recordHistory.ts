import { Client } from '@temporalio/client';
import { type History, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { hour, type Instant } from '../../rules/calendar/instant.js';
import { applicationWorkflow, notLooked } from '../../workflows/application/messages.js';
import { startOptions } from '../../workflows/application/startOptions.js';
import { type HistoryCase, historyNumber, playCase, policy } from './historyCases.js';
import { openRecord } from './keptRecord.js';

/** The history of one run of a workflow. */
export interface RecordedHistory {
  readonly name: string;
  /** As JSON. */
  readonly history: string;
  readonly events: number;
}

/** Plays a case in the engine, each act at its instant, and returns the history of every run. */
export async function recordHistory(
  environment: TestWorkflowEnvironment,
  historyCase: HistoryCase,
): Promise<RecordedHistory[]> {
  const { opening, acts, at } = playCase(historyCase);
  const client = new Client({ connection: environment.connection });
  const begin = (acts[0]?.receivedAt ?? at) - hour;
  const clockOffset = begin - (await environment.currentTimeMs());
  const moveTo = async (instant: Instant) => {
    const left = instant - clockOffset - (await environment.currentTimeMs());
    if (left > 0) await environment.sleep(left);
  };
  openRecord(opening);
  const start = {
    number: historyNumber,
    facts: opening,
    policy,
    remindedUpTo: begin,
    clockOffset,
  };
  const handle = await client.workflow.start(applicationWorkflow, startOptions(start, 'http://127.0.0.1'));
  for (const act of acts) {
    await moveTo(act.receivedAt);
    await client.workflow
      .getHandle(handle.workflowId)
      .executeUpdate(act.event, { args: [act, notLooked], updateId: act.key });
  }
  await moveTo(at + hour);
  return await runsOf(client, historyCase.name, historyNumber, handle.firstExecutionRunId);
}

/** The history of every run of a workflow, from its first. */
export async function runsOf(
  client: Client,
  name: string,
  workflowId: string,
  firstRun: string,
): Promise<RecordedHistory[]> {
  const runs: RecordedHistory[] = [];
  for (let runId: string | null = firstRun; runId; ) {
    const history: History = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    const events = history.events ?? [];
    runs.push({ name, history: historyToJSON(history), events: events.length });
    const end = events.at(-1);
    const next = end?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    if (!next && !end?.workflowExecutionCompletedEventAttributes) throw new Error(`${name} has not ended`);
    runId = next ?? null;
  }
  return runs.length === 1 ? runs : runs.map((run, index) => ({ ...run, name: `${name}-${index + 1}` }));
}
