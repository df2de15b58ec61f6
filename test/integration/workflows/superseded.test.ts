import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { historyNumber } from '../../../simulation/histories/historyCases.js';
import { quietEngine } from '../../support/quietEngine.js';
import { testWorkflows } from '../../support/workflows.js';

interface RecordedEvent {
  readonly eventType: string;
  readonly eventTime: string;
  readonly workflowTaskStartedEventAttributes?: object;
}

const file = path.join(import.meta.dirname, 'histories', 'withdrawn.json.gz');
const { events } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as { readonly events: RecordedEvent[] };

let bundle: WorkflowBundle;
beforeAll(async () => {
  quietEngine();
  bundle = await testWorkflows();
});

/** The place of the first event of a type, from a place on. */
const find = (type: string, from = 0) => {
  const at = events.findIndex(({ eventType }, index) => index >= from && eventType === `EVENT_TYPE_${type}`);
  if (at < 0) throw new Error(`no ${type}`);
  return at;
};
/** The end of the task in which the candidate submits, which changes the status. */
const submitted = find('WORKFLOW_EXECUTION_UPDATE_COMPLETED');
const published = find('UPSERT_WORKFLOW_SEARCH_ATTRIBUTES');

/** The history on a server that tells tasks from here on of a version that has become current. */
const upgradedFrom = (from: number) =>
  events.map((event, index) => {
    const started = event.workflowTaskStartedEventAttributes;
    return started && index >= from
      ? { ...event, workflowTaskStartedEventAttributes: { ...started, targetWorkerDeploymentVersionChanged: true } }
      : event;
  });
/** The same, ended by a new run. */
const continued = (history: readonly object[]) =>
  [...history, newRun].map((event, index) => ({ ...event, eventId: String(index + 1) }));
const newRun = {
  eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW',
  eventTime: events[submitted]?.eventTime,
  workflowExecutionContinuedAsNewEventAttributes: { workflowType: { name: 'application' } },
};
const replay = (history: readonly object[]) =>
  Worker.runReplayHistory({ workflowBundle: bundle }, { events: history }, historyNumber);

// The development server does not tell a run that another version has become current; the cluster's does (`npm run drill`).
describe('An application whose workers have been superseded', () => {
  test('stays with them while its status is the one in which its run began', async () => {
    const began = upgradedFrom(0).slice(0, find('WORKFLOW_EXECUTION_UPDATE_ACCEPTED'));
    await replay(began);
    await expect(replay(continued(began))).rejects.toThrow(DeterminismViolationError);
  });

  test('goes on in a new run once an act has changed its status', async () => {
    const told = upgradedFrom(0);
    await replay(continued([...told.slice(0, submitted + 1), told[published] as object]));
    await expect(replay(told)).rejects.toThrow(DeterminismViolationError);
  });

  test('goes on at its next step when they are superseded after that', async () => {
    const told = upgradedFrom(submitted);
    await replay(continued(told.slice(0, find('TIMER_STARTED', published) + 1)));
    await expect(replay(told)).rejects.toThrow(DeterminismViolationError);
  });

  test('is the only one: where nothing else became current, the same acts end in the same run', async () => {
    await replay(events);
  });
});
