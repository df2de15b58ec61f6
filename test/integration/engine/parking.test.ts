import { randomUUID } from 'node:crypto';
import { until } from '../../../ops/process/ports.js';
import { findApplication } from '../../../records/application/applications.js';
import { noteCheck } from '../../../records/proof/recordChecks.js';
import { hour } from '../../../rules/calendar/instant.js';
import { stories } from '../../../simulation/story/story.js';
import { openWorld, type Placed, type World } from './world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld('parking');
});
afterAll(() => world.end());

async function repair(
  placed: Placed,
  name: 'retry_step' | 'skip_step',
  step: string,
  role: 'operator' | 'office' = 'operator',
) {
  const actor = { role, personId: `${role}-1`, scope: null };
  const receivedAt = await world.now(placed);
  return await world.engine.repair(placed.number, name, {
    key: randomUUID(),
    actor,
    receivedAt,
    step,
    freeTextHash: null,
  });
}

async function untilParked(placed: Placed): Promise<Readonly<Record<string, string>>> {
  for (;;) {
    const { parked } = await world.engine.current(placed.number);
    if (Object.keys(parked).length > 0) return parked;
    await world.env.sleep(5_000);
  }
}

describe('A step that keeps failing', () => {
  test('is parked and shown; only an operator may retry it, nobody may skip a record, and then nothing is lost', async () => {
    const placed = await world.place(stories.committee_audit);
    // The fault: the events table refuses every event of this application.
    await world.asOwner(
      `ALTER TABLE events ADD CONSTRAINT broken_disk CHECK (application_id <> '${placed.id}') NOT VALID`,
    );
    const act = await world.register(placed, 'accept', Date.parse('2024-08-12T10:00:00+08:00'));
    await world.moveTo(placed, act.receivedAt);
    const waiting = world.untilAnswered(placed, act);
    expect(await untilParked(placed)).toEqual({ record: '记录：审核通过' });
    expect(await findApplication(world.db, placed.id)).toMatchObject({ needsAttention: true, seq: placed.facts.seq });

    expect(await repair(placed, 'retry_step', 'record', 'office')).toMatchObject({
      refusal: { code: 'role_not_allowed' },
    });
    expect(await repair(placed, 'skip_step', 'record')).toMatchObject({ refusal: { code: 'step_not_skippable' } });
    expect(await repair(placed, 'retry_step', 'nothing')).toMatchObject({ refusal: { code: 'step_not_parked' } });

    await world.asOwner('ALTER TABLE events DROP CONSTRAINT broken_disk');
    expect(await repair(placed, 'retry_step', 'record')).toMatchObject({ kind: 'answered' });
    expect(await waiting).toMatchObject({ kind: 'answered', answer: { status: 'payment', seq: placed.facts.seq + 1 } });
    expect((await world.events(placed)).at(-1)).toBe('accept');
    expect((await world.engine.current(placed.number)).parked).toEqual({});
    expect(await findApplication(world.db, placed.id)).toMatchObject({
      needsAttention: false,
      seq: placed.facts.seq + 1,
    });
  });
});

describe('On an application whose record does not hold', () => {
  test('no deadline is recorded, and the operator reads why; others go on, and it does when a check finds it whole', async () => {
    const [broken, whole] = [await world.place(stories.correction), await world.place(stories.correction)];
    const noted = { kind: 'application', subject: broken.id, at: 0, files: false } as const;
    await noteCheck(world.db.pool, { ...noted, fault: { what: 'chain', at: 'event 2' } });
    for (const one of [broken, whole]) await world.moveTo(one, (one.facts.deadlines.correction_due?.due ?? 0) + hour);
    expect(await untilParked(broken)).toEqual({ record: '记录期限届满（记录核验未通过，暂停办理）' });
    expect(await until(async () => (await world.events(whole)).length > whole.facts.seq, { timeoutMs: 30_000 })).toBe(
      true,
    );
    expect(await findApplication(world.db, broken.id)).toMatchObject({ needsAttention: true, seq: broken.facts.seq });
    await noteCheck(world.db.pool, { ...noted, fault: null });
    expect(await repair(broken, 'retry_step', 'record')).toMatchObject({ kind: 'answered' });
    expect(await until(async () => (await world.events(broken)).length > broken.facts.seq, { timeoutMs: 30_000 })).toBe(
      true,
    );
  });
});

describe('What an outage has parked', () => {
  test('goes on by itself when the outage is over: nobody has to retry any of it', async () => {
    const placed = [await world.place(stories.correction), await world.place(stories.correction)];
    const ids = placed.map(({ id }) => `'${id}'`).join();
    await world.asOwner(
      `ALTER TABLE events ADD CONSTRAINT database_away CHECK (application_id NOT IN (${ids})) NOT VALID`,
    );
    for (const one of placed) {
      await world.moveTo(one, (one.facts.deadlines.correction_due?.due ?? 0) + hour);
      expect(await untilParked(one)).toEqual({ record: '记录期限届满' });
    }
    // The local activity failed first; the regular one had all its retries.
    const [first] = placed;
    const { events } = await world.client.workflow.getHandle(first?.number ?? '').fetchHistory();
    const scheduled = events?.map((event) => event.activityTaskScheduledEventAttributes?.activityType?.name);
    expect(scheduled).toContain('recordDeadline');

    await world.asOwner('ALTER TABLE events DROP CONSTRAINT database_away');
    for (const one of placed) {
      while ((await world.facts(one)).status !== 'lapsed') await world.env.sleep(60_000);
      expect((await world.engine.current(one.number)).parked).toEqual({});
      const noted = async () => (await findApplication(world.db, one.id))?.needsAttention === false;
      expect(await until(noted, { timeoutMs: 10_000 })).toBe(true);
    }
  });
});

describe('A long application', () => {
  test('continues as new before its history grows large, and keeps facts, answers and deadlines', async () => {
    const placed = await world.place(stories.review);
    const first = await world.register(placed, 'defer', await world.now(placed), { key: 'defer-first' });
    const answer = await world.dispatch(placed, first);
    for (let count = 0; count < 420; count += 1) {
      const act = await world.register(placed, 'defer', await world.now(placed), { key: `defer-${count}` });
      expect(await world.untilAnswered(placed, act)).toMatchObject({ kind: 'answered' });
    }
    expect((await world.facts(placed)).seq).toBe(placed.facts.seq + 421);
    // The server forgets update ids with the old run; the application does not.
    expect(await world.dispatch(placed, first)).toEqual(answer);
    const { connection, namespace } = world.env;
    const { workflowExecutionInfo } = await connection.workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId: placed.number },
    });
    expect(Number(workflowExecutionInfo?.historyLength)).toBeLessThan(2_100);
    const { firstRunId, execution } = workflowExecutionInfo ?? {};
    expect(firstRunId).not.toBe(execution?.runId);
  }, 120_000);
});
