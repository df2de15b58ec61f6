import { stories } from '../../../simulation/story/story.js';
import { openWorld, type Placed, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('same_key', { wallClock: true });
});
afterAll(() => world.end());

async function letters({ id }: Placed): Promise<number> {
  return await world.db.outbox.count({ where: { applicationId: id, kind: 'forwarded' } });
}

test('the same key at once, again, and after a restart of the worker: one transition, one letter, one answer', async () => {
  const placed = await world.place(stories.recommendation);
  const act = await world.register(placed, 'recommend', await world.now(placed), { key: 'the-key' });
  const answers = await Promise.all(Array.from({ length: 8 }, () => world.dispatch(placed, act)));
  const [first] = answers;
  expect(first).toMatchObject({ kind: 'answered', answer: { status: 'superior_review' } });
  for (const answer of answers) expect(answer).toEqual(first);
  await world.stopWorker();
  await world.startWorker();
  expect(await world.untilAnswered(placed, act)).toEqual(first);
  expect((await world.events(placed)).filter((event) => event === 'recommend')).toHaveLength(1);
  expect(await letters(placed)).toBe(1);
});

test('two officers at once: one decision is recorded, the other is refused', async () => {
  const placed = await world.place(stories.committee_audit, Date.parse('2024-08-12T10:00:00+08:00'));
  const now = await world.now(placed);
  const accept = await world.register(placed, 'accept', now, { key: 'one', people: { office: 'office-1' } });
  const giveBack = await world.register(placed, 'return_for_correction', now, {
    key: 'two',
    people: { office: 'office-2' },
  });
  const kinds = (await Promise.all([world.dispatch(placed, accept), world.dispatch(placed, giveBack)])).map(
    ({ kind }) => kind,
  );
  expect(kinds.sort()).toEqual(['answered', 'refused']);
  expect(
    (await world.events(placed)).filter((event) => ['accept', 'return_for_correction'].includes(event)),
  ).toHaveLength(1);
});

test('an act of an API whose clock runs ahead is refused', async () => {
  const placed = await world.place(stories.recommendation);
  const act = await world.register(placed, 'recommend', (await world.now(placed)) + 10_000);
  expect(await world.dispatch(placed, act)).toMatchObject({ kind: 'refused', refusal: { code: 'clock_ahead' } });
});

test('an operator finds the application in the engine by status, unit and due date', async () => {
  const placed = await world.place(stories.correction);
  const handle = placed.number;
  const { connection, namespace } = world.env;
  const described = await connection.workflowService.describeWorkflowExecution({
    namespace,
    execution: { workflowId: handle },
  });
  const fields = described.workflowExecutionInfo?.searchAttributes?.indexedFields ?? {};
  const value = (name: string) => JSON.parse(Buffer.from(fields[name]?.data ?? []).toString());
  expect(value('PingshenStatus')).toBe('correction');
  expect(value('PingshenUnit')).toBe('unit-1');
  expect(value('PingshenSubmissions')).toBe(1);
  expect(Date.parse(value('PingshenDue'))).toBe(placed.facts.deadlines.correction_due?.due);
  await world.facts(placed);
  const { events } = await world.client.workflow.getHandle(handle).fetchHistory();
  const timers = events?.filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes) ?? [];
  const summaries = timers.map(({ userMetadata }) =>
    JSON.parse(Buffer.from(userMetadata?.summary?.data ?? []).toString()),
  );
  expect(summaries).toEqual([expect.stringMatching(/^等待：发送期限提醒：补正截止（2024年.*）$/)]);
  const act = await world.register(placed, 'resubmit', await world.now(placed));
  await world.dispatch(placed, act);
  // Search attributes may lag five seconds behind.
  for (;;) {
    const { workflowExecutionInfo } = await connection.workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId: handle },
    });
    const status = workflowExecutionInfo?.searchAttributes?.indexedFields?.PingshenStatus?.data ?? [];
    if (JSON.parse(Buffer.from(status).toString()) === 'committee_audit') return;
    await world.env.sleep(200);
  }
});
