import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { ROOT } from '../../../config/environment.js';
import { isFinal, statuses } from '../../../rules/application/lifecycle.js';
import { historyNumber, policy } from '../../../simulation/histories/historyCases.js';
import { campaignWorkflowIdOf } from '../../../workflows/campaign/campaignMessages.js';
import { releases } from '../../support/files/releases.js';
import { quietEngine } from '../../support/quietEngine.js';
import { testWorkflows } from '../../support/workflows.js';

/** An event of a recorded history, as far as these tests read it. */
interface RecordedEvent {
  readonly eventType: string;
  readonly activityTaskScheduledEventAttributes?: { readonly activityType: { name: string } };
  readonly timerStartedEventAttributes?: object;
  readonly workflowExecutionContinuedAsNewEventAttributes?: object;
  readonly workflowExecutionCompletedEventAttributes?: { readonly result: { readonly payloads: { data: string }[] } };
}
interface RecordedHistory {
  readonly events: RecordedEvent[];
}

const folder = path.join(ROOT, 'test', 'integration', 'workflows', 'histories');
const namesIn = (of: string) => readdirSync(of).filter((name) => name.endsWith('.json.gz'));
const names = namesIn(folder);
const read = (name: string, from = folder): RecordedHistory =>
  JSON.parse(gunzipSync(readFileSync(path.join(from, name))).toString());

/** What workflows did under each release: they may still be in flight. */
const released = releases.flatMap(({ version, histories }) =>
  namesIn(histories).map((name) => ({ version, name, of: histories })),
);

let bundle: WorkflowBundle;
beforeAll(async () => {
  quietEngine();
  bundle = await testWorkflows();
});

/** A workflow carries out only what it was started for, which its id names. */
function workflowIdIn(name: string): string {
  return name.startsWith('campaign') ? campaignWorkflowIdOf(policy.id) : historyNumber;
}

const replay = (name: string, history = read(name), workflowBundle = bundle) =>
  Worker.runReplayHistory({ workflowBundle }, history, workflowIdIn(name));

/** The status in which a history ended; null when it continued as new. */
function endOf({ events }: RecordedHistory): string | null {
  const [result] = events.at(-1)?.workflowExecutionCompletedEventAttributes?.result.payloads ?? [];
  return result ? JSON.parse(Buffer.from(result.data, 'base64').toString()).status : null;
}

test.each(statuses.filter(isFinal))('there is a history of an application that ended as %s', (status) => {
  expect(names).toContain(`${status}.json.gz`);
  expect(endOf(read(`${status}.json.gz`))).toBe(status);
});

test('there is one of a long application, which continued as new', () => {
  const [first, second] = ['long-1.json.gz', 'long-2.json.gz'].map((name) => read(name));
  expect(first?.events.at(-1)).toHaveProperty('workflowExecutionContinuedAsNewEventAttributes');
  expect(second && endOf(second)).toBe('conferred');
});

test('there is one of a campaign from its preparation to its end, its outcomes applied in two parts', () => {
  const history = read('campaign.json.gz');
  expect(endOf(history)).toBe('closed');
  const scheduled = history.events.map((event) => event.activityTaskScheduledEventAttributes?.activityType.name);
  expect(scheduled.filter((name) => name === 'fanOutPart')).toHaveLength(2);
});

test('there is one of an application that amendments reached, with a policy and with a calendar', () => {
  const { events } = read('amended.json.gz');
  const scheduled = events.map((event) => event.activityTaskScheduledEventAttributes?.activityType.name);
  expect(scheduled).toEqual(expect.arrayContaining(['pinnedVersion']));
});

test.each(names)('the workflows do what they did in %s', async (name) => {
  await replay(name);
});

test('the workflows do what they did under each release', async () => {
  for (const { name, of } of released) await replay(name, read(name, of));
});

describe('A replay fails', () => {
  test('when the workflow requests another activity than it did', async () => {
    const history = read('amended.json.gz');
    const [first] = history.events.flatMap((event) => event.activityTaskScheduledEventAttributes ?? []);
    if (!first) throw new Error('an amended application has activities');
    first.activityType.name = 'anotherActivity';
    await expect(replay('amended.json.gz', history)).rejects.toThrow(DeterminismViolationError);
  });

  test('when the workflow starts no timer where it did', async () => {
    const changed = bundle as { code: string };
    const code = changed.code.replaceAll('this.timer.arm(', '(() => undefined)(');
    expect(code).not.toBe(changed.code);
    await expect(replay('conferred.json.gz', undefined, { ...changed, code })).rejects.toThrow(
      DeterminismViolationError,
    );
  });
});
