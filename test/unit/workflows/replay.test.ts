import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { ROOT } from '../../../config/environment.js';
import { isFinal, statuses } from '../../../rules/application/lifecycle.js';
import { quietEngine } from '../../support/quietEngine.js';
import { testWorkflows } from '../../support/workflows.js';

/** What stands in a kept history, as far as these tests look at it. */
interface KeptEvent {
  readonly eventType: string;
  readonly activityTaskScheduledEventAttributes?: { readonly activityType: { name: string } };
  readonly timerStartedEventAttributes?: object;
  readonly workflowExecutionContinuedAsNewEventAttributes?: object;
  readonly workflowExecutionCompletedEventAttributes?: { readonly result: { readonly payloads: { data: string }[] } };
}
interface KeptHistory {
  readonly events: KeptEvent[];
}

const folder = path.join(ROOT, 'test', 'unit', 'workflows', 'histories');
const names = readdirSync(folder).filter((name) => name.endsWith('.json.gz'));
const read = (name: string): KeptHistory => JSON.parse(gunzipSync(readFileSync(path.join(folder, name))).toString());

let bundle: WorkflowBundle;
beforeAll(async () => {
  quietEngine();
  bundle = await testWorkflows();
});

const replay = (history: KeptHistory, workflowBundle = bundle) =>
  Worker.runReplayHistory({ workflowBundle }, history, 'application-of-a-kept-history');

/** The status in which a history ended; null when it went on in a new run. */
function endOf({ events }: KeptHistory): string | null {
  const [result] = events.at(-1)?.workflowExecutionCompletedEventAttributes?.result.payloads ?? [];
  return result ? JSON.parse(Buffer.from(result.data, 'base64').toString()).status : null;
}

test.each(statuses.filter(isFinal))('there is a history of an application that ended as %s', (status) => {
  expect(names).toContain(`${status}.json.gz`);
  expect(endOf(read(`${status}.json.gz`))).toBe(status);
});

test('there are histories of applications that began before acts were recorded at once', () => {
  const earlier = names.filter((name) => name.startsWith('earlier-'));
  expect(earlier.length).toBeGreaterThan(statuses.filter(isFinal).length);
});

test('there is one of a long life, which went on in a new run', () => {
  const [first, second] = ['long-1.json.gz', 'long-2.json.gz'].map(read);
  expect(first?.events.at(-1)).toHaveProperty('workflowExecutionContinuedAsNewEventAttributes');
  expect(second && endOf(second)).toBe('conferred');
});

test('there is one of a campaign from its preparation to its end, outcomes carried in two parts', () => {
  const history = read('campaign.json.gz');
  expect(endOf(history)).toBe('closed');
  const asked = history.events.map((event) => event.activityTaskScheduledEventAttributes?.activityType.name);
  expect(asked.filter((name) => name === 'fanOutPart')).toHaveLength(2);
});

test('there is one of an application that amendments reached, with a policy and with a calendar', () => {
  const asked = read('amended.json.gz').events.map((event) => event.activityTaskScheduledEventAttributes?.activityType);
  expect(asked.map((activity) => activity?.name)).toEqual(expect.arrayContaining(['policyVersion', 'pinnedVersion']));
});

test.each(names)('the workflow of today does what it did in %s', async (name) => {
  await replay(read(name));
});

describe('A replay fails', () => {
  test('when the workflow asks for another activity than it did', async () => {
    const history = read('earlier-conferred.json.gz');
    const [first] = history.events.flatMap((event) => event.activityTaskScheduledEventAttributes ?? []);
    if (!first) throw new Error('an application has activities');
    first.activityType.name = 'anotherActivity';
    await expect(replay(history)).rejects.toThrow(DeterminismViolationError);
  });

  test('when the workflow starts no timer where it did', async () => {
    const changed = bundle as { code: string };
    const code = changed.code.replaceAll('this.timer.arm(', '(() => undefined)(');
    expect(code).not.toBe(changed.code);
    await expect(replay(read('conferred.json.gz'), { ...changed, code })).rejects.toThrow(DeterminismViolationError);
  });
});
