import { messageIdOf } from '../../../activities/deliver.js';
import { until } from '../../../ops/process/ports.js';
import { letterRequestsOf } from '../../../rules/notifications/transitionLetters.js';
import { patiently } from '../patiently.js';
import type { Walk } from '../traffic/walk.js';
import type { World } from '../world.js';
import type { Finding } from './finding.js';
import { expectedNow } from './records.js';

/**
 * Waits until no letter waits. The hours that failed letters pause between two attempts are cut short: that is waiting,
 * not repairing. A parked letter stays parked.
 */
export async function lettersOut({ stack: { db }, engine }: World, timeoutMs: number): Promise<void> {
  const isOut = async () => {
    if ((await db.outbox.count({ where: { state: 'pending' } })) === 0) return true;
    const later = { state: 'pending', nextAttemptAt: { gt: new Date() } };
    const { count } = await db.outbox.updateMany({ where: later, data: { nextAttemptAt: new Date() } });
    if (count > 0) await engine.wakeMailWorkflow();
    return false;
  };
  await until(() => patiently(isOut), { timeoutMs, everyMs: 1_000 });
}

/** Every letter came at least once, and one that came again has the Message-ID and the words it had. */
export async function checkLetters(world: World, walks: readonly Walk[]): Promise<readonly Finding[]> {
  const { stack, servers } = world;
  const { taken } = servers.tap;
  const findings: Finding[] = [];
  const find = (text: string) => findings.push({ rule: 'letter', text });
  for (const state of ['pending', 'parked', 'skipped']) {
    const count = await stack.db.outbox.count({ where: { state } });
    if (count > 0) find(`${count} letters are ${state}`);
  }
  const written = new Set((await stack.db.outbox.findMany()).map(messageIdOf));
  for (const id of written) if (!taken.has(id)) find(`${id} did not come`);
  for (const [id, contents] of taken) {
    if (!written.has(id)) find(`${id} came and was never written`);
    if (new Set(contents).size > 1) find(`${id} came with different words`);
  }
  for (const id of await lettersDue(world, walks))
    if (!written.has(id)) find(`${id} is due by the law and not written`);
  return findings;
}

/** The Message-IDs of the letters that the law has sent since the run began. */
export async function lettersDue(world: World, walks: readonly Walk[]): Promise<readonly string[]> {
  const due: string[] = [];
  for (const walk of walks) {
    const { applicationId } = walk.opening;
    // Letters of an imported past were sent by another system.
    const own = (await expectedNow(world, walk)).transitions.filter(({ at }) => at >= world.began);
    for (const transition of own) {
      for (const { kind, to } of letterRequestsOf(transition)) {
        due.push(messageIdOf({ applicationId, key: `${transition.seq}.${kind}.${to}` }));
      }
    }
  }
  return due;
}
