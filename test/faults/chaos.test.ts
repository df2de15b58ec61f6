import { randomUUID } from 'node:crypto';
import { until } from '../../ops/process/ports.js';
import { TEST_BUNDLE } from '../../ops/testNeeds.js';
import { findIntake } from '../../records/application/intakes.js';
import { timelineOf } from '../../records/application/timeline.js';
import { type ChaosRun, openChaosRun } from '../../simulation/chaos/chaosRun.js';
import { partOf } from '../../simulation/chaos/faults/causeFault.js';
import { deckOf } from '../../simulation/chaos/faults/plan.js';
import { frozenCutoff } from '../../simulation/chaos/frozenCutoff.js';
import type { Finding, Rule } from '../../simulation/chaos/oracle/finding.js';
import { lettersDue } from '../../simulation/chaos/oracle/letters.js';
import { randomOf } from '../../simulation/chaos/random.js';
import { ask } from '../../simulation/chaos/traffic/apiClient.js';
import { paths } from '../../simulation/chaos/traffic/paths.js';
import { beginDraft, type Walk } from '../../simulation/chaos/traffic/walk.js';

/** Every fault once: as long as that takes. */
const oneDeck = { seed: 20240830, minutes: 0 };

let chaos: ChaosRun;
let besides: readonly Walk[] = [];
let findings: readonly Finding[] = [];
/** What was caused, when a test fails: the same seed causes it again. */
const lines: string[] = [];

beforeAll(async () => {
  chaos = await openChaosRun({ ...oneDeck, bundleFolder: TEST_BUNDLE, print: (line) => void lines.push(line) });
}, 180_000);
afterAll(async () => {
  await chaos?.close();
});

const found = (...rules: readonly Rule[]) => findings.filter(({ rule }) => rules.includes(rule));

test('people go on while every part of the product is killed and frozen, its disk is full and its clock wrong', async () => {
  await chaos.run();
  const { world, traffic, caused } = chaos;
  for (const fault of deckOf(randomOf(oneDeck.seed))) expect(caused).toContainEqual(fault);
  expect(world.sent.length).toBeGreaterThan(72);
  expect(traffic.walks.length).toBeGreaterThanOrEqual(paths.length);
  expect(partOf(world, 'temporal').starts()).toBeGreaterThanOrEqual(5);
  expect(partOf(world, 'worker').starts()).toBeGreaterThanOrEqual(7);
}, 600_000);

test('an act registered while the engine is down, by an API that is then killed, is dispatched by the next API', async () => {
  const { world } = chaos;
  const { db } = world.stack;
  const one = await beginDraft(world, { steps: [], ends: 'withdrawn' });
  const { applicationId } = one.opening;
  await partOf(world, 'temporal').takeDown();
  const key = randomUUID();
  const path = `/api/applications/${applicationId}/actions/withdraw`;
  const url = world.stack.apis[0]?.url ?? '';
  const lost = ask(url, { person: one.applicant, path, body: { reason: '撤回' }, key }).catch(() => 'lost');
  const intake = async () => await findIntake(db, { applicationId, key });
  expect(await until(async () => (await intake()) !== null, { timeoutMs: 30_000 })).toBe(true);
  await partOf(world, 'api').takeDown();
  expect(await lost).toBe('lost');
  // Without an engine nobody can have carried it out; afterwards the next API may do so at once.
  expect((await intake())?.outcome).toBeNull();
  await partOf(world, 'temporal').bringBack();
  await partOf(world, 'api').bringBack();
  expect(await until(async () => (await intake())?.outcome === 'done', { timeoutMs: 60_000 })).toBe(true);
  const [entry, ...more] = await timelineOf(db, applicationId);
  expect(more).toEqual([]);
  expect(entry?.transition).toMatchObject({ event: 'withdraw', key, at: (await intake())?.act.receivedAt });
  besides = [one];
}, 120_000);

test('with the database frozen around a cutoff, what arrived before it is taken, and what arrived after it is refused', async () => {
  const { wrong, ...found } = await frozenCutoff(chaos.world, 4);
  expect({ wrong, ...found }).toEqual({ wrong: [], inTime: 4, taken: 4, late: 4, refused: 4 });
}, 120_000);

test('every application stands where the law says, step for step, and so do its row and its workflow', async () => {
  findings = await chaos.judge(besides);
  if (findings.length > 0) console.error(lines.join('\n'));
  expect(found('record', 'unfinished')).toEqual([]);
}, 400_000);

test('nothing that was acknowledged is lost, and nothing is there twice', () => {
  expect(found('lost', 'doubled')).toEqual([]);
});

test('nothing is on the wrong side of a deadline, and a clock that is off is noticed', () => {
  expect(found('deadline', 'clock')).toEqual([]);
});

test('every act that was registered has an outcome, and nobody has to repair anything', () => {
  expect(found('repair')).toEqual([]);
});

test('every letter came at least once, and one that came again has the Message-ID and the words it had', async () => {
  expect(found('letter')).toEqual([]);
  const { world, traffic } = chaos;
  expect((await lettersDue(world, traffic.walks)).length).toBeGreaterThan(100);
  const repeated = [...world.servers.tap.taken.values()].filter(({ length }) => length > 1);
  expect(repeated.length).toBeGreaterThan(0);
}, 60_000);
