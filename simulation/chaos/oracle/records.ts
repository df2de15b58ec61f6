import { findIntake } from '../../../records/application/intakes.js';
import { timelineOf } from '../../../records/application/timeline.js';
import type { Act, Transition } from '../../../rules/application/act.js';
import { followedBy } from '../../../rules/application/counting/followsAfter.js';
import { evolve } from '../../../rules/application/evolve.js';
import type { Facts } from '../../../rules/application/facts.js';
import { isFinal } from '../../../rules/application/lifecycle.js';
import { isDeadlines } from '../../../rules/application/timers.js';
import type { application } from '../../../workflows/application/application.js';
import { calendar } from '../traffic/campaigns.js';
import { policyOf, recordedFacts, type Walk } from '../traffic/walk.js';
import type { World } from '../world.js';
import type { Finding } from './finding.js';
import { type Expected, expectedOf, hashesOf, same } from './referenceModel.js';

/** How long a workflow may take to follow, once it looks, in ms. */
const stillFollowing = 120_000;

/** What the law makes of the acts that are registered for an application. */
export async function expectedNow({ stack: { db } }: Pick<World, 'stack'>, walk: Walk): Promise<Expected> {
  const { applicationId } = walk.opening;
  const [entries, acts] = await Promise.all([timelineOf(db, applicationId), actsOf(db, applicationId)]);
  return expectedOf(walk.opening, { entries, acts }, { policy: policyOf(walk), calendar, upTo: Date.now() });
}

async function actsOf(db: World['stack']['db'], applicationId: string): Promise<readonly Act[]> {
  const keys = await db.intake.findMany({ where: { applicationId }, select: { key: true } });
  const intakes = await Promise.all(keys.map(({ key }) => findIntake(db, { applicationId, key })));
  return intakes.flatMap((intake) => intake?.act ?? []);
}

/** Where an application stands by the law, and how it came there. */
interface Standing {
  readonly facts: Facts;
  readonly opening: Facts;
  readonly transitions: readonly Transition[];
}

/** Whether a workflow is where the record was before its last deadlines, and the time in which it follows is not over. */
function isFollowing(current: Facts, { opening, transitions }: Pick<Standing, 'opening' | 'transitions'>): boolean {
  const known = transitions.filter(({ seq }) => seq <= current.seq);
  const missed = transitions.filter(({ seq }) => seq > current.seq);
  const isSoon = ({ at }: Transition) => Date.now() - at < followedBy + stillFollowing;
  return missed.every((each) => isDeadlines(each) && isSoon(each)) && same(current, known.reduce(evolve, opening));
}

/**
 * What is wrong with where the workflow of an application stands. One that has ended is judged by what it ended with: to ask
 * it anything, the engine would have to replay a history that nobody goes on with. One that was stopped, with words, beside
 * a record that has come to its end stays as it was.
 */
async function workflowFault(
  { stack: { client }, engine }: World,
  { facts, opening, transitions }: Standing,
  number: string,
): Promise<Finding | null> {
  const handle = client.workflow.getHandle<typeof application>(number);
  const { status } = await handle.describe();
  if (isFinal(facts.status) && status.name === 'TERMINATED') return null;
  if (status.name === 'COMPLETED') {
    const ended = await handle.result();
    const asRecorded = ended.status === facts.status && ended.seq === facts.seq;
    return asRecorded ? null : { rule: 'record', text: `the workflow ended with ${ended.status} at ${ended.seq}` };
  }
  const current = await engine.current(number).catch((error: Error) => error);
  if (current instanceof Error) {
    return { rule: 'record', text: `the workflow does not answer: ${current.message}` };
  }
  if (Object.keys(current.parked).length > 0) {
    return { rule: 'repair', text: `parked steps: ${Object.keys(current.parked)}` };
  }
  return same(current.facts, facts) || isFollowing(current.facts, { opening, transitions })
    ? null
    : { rule: 'record', text: `the workflow differs from the fold: ${current.facts.status}` };
}

/**
 * Every application stands where the law says, step for step, and so do its row and its workflow; no event is there
 * twice, none is missing, and every hash follows from the one before.
 */
export async function checkRecord(world: World, walk: Walk, isOver: boolean): Promise<readonly Finding[]> {
  const { stack } = world;
  const { applicationId } = walk.opening;
  const findings: Finding[] = [];
  const find = (rule: Finding['rule'], text: string) => findings.push({ rule, text: `${applicationId}: ${text}` });

  const { facts, transitions, broken } = await expectedNow(world, walk);
  if (broken !== null) find('record', broken);
  if (!same(await recordedFacts(world, walk), facts)) find('record', 'the row differs from the fold of the record');
  const row = await stack.db.application.findUniqueOrThrow({ where: { id: applicationId } });
  const fault = await workflowFault(world, { facts, opening: walk.opening, transitions }, row.number);
  if (fault !== null) find(fault.rule, fault.text);
  if (isOver && (facts.status !== walk.path.ends || !isFinal(facts.status))) {
    find('unfinished', `ended in ${facts.status} instead of ${walk.path.ends}`);
  }

  const entries = await timelineOf(stack.db, applicationId);
  const seqs = entries.map(({ transition }) => transition.seq);
  if (
    !same(
      seqs,
      [...seqs.keys()].map((index) => index + 1),
    )
  )
    find('doubled', `seqs ${seqs}`);
  if (new Set(entries.map(({ transition }) => transition.key)).size !== entries.length) find('doubled', 'a key twice');
  const hashes = hashesOf(walk.opening, { number: row.number, openedAt: row.openedAt.getTime(), entries });
  const isChained = entries.every(({ prevHash, hash }, at) => prevHash === hashes[at] && hash === hashes[at + 1]);
  if (!isChained || row.lastHash !== hashes.at(-1)) find('record', 'a hash does not follow from the one before');
  return findings;
}
