import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import { findEvent } from '../../records/application/timeline.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { causeFault } from './faults/causeFault.js';
import { stormLead } from './faults/plan.js';
import { patiently } from './patiently.js';
import { bodyOf } from './traffic/paths.js';
import { isFinal, sendAct } from './traffic/sender.js';
import { answered, measureImport } from './traffic/storm.js';
import { beginUnderWay, recordedFacts, type Walk } from './traffic/walk.js';
import type { World } from './world.js';

/** How many acts of a round there were on either side of the cutoff, and how many of them came out right. */
export interface FrozenCutoff {
  readonly inTime: number;
  /** Of those in time. */
  readonly taken: number;
  readonly late: number;
  /** Of the late ones. */
  readonly refused: number;
  /** What came out wrong. */
  readonly wrong: readonly string[];
}

/** How long the database goes on standing still after the cutoff, in ms. */
const after = 3_000;
/** In ms before the cutoff: the last instant at which a busy API has surely read what was sent. */
const surelyRead = 500;

/**
 * One cutoff at which PostgreSQL stands still from 4 s before to 3 s after. Of so many acts the last byte is sent before
 * the cutoff, of as many after it, with everything else sent before: the former must be taken, the latter refused. Nothing
 * else must be disturbing the run.
 */
export async function frozenCutoff(world: World, count: number): Promise<FrozenCutoff> {
  const { random } = world;
  // Twice: what else the machine does may take more of it meanwhile.
  const importTakes = 2 * (await measureImport(world));
  const due = Date.now() + stormLead + 2_000 + 2 * count * importTakes;
  const offsets = Array.from({ length: 2 * count }, (_, index) =>
    index < count ? random.between(-stormLead + 300, -surelyRead) : random.between(50, after - 200),
  );
  const prepare = async (offset: number) => {
    const walk = await beginUnderWay(world, answered, due);
    return { walk, offset, body: bodyOf('resubmit', await recordedFacts(world, walk)) };
  };
  const prepared = await pMap(offsets, prepare, { concurrency: 4 });
  if (Date.now() > due - stormLead) throw new Error('the machine is too slow to prepare a cutoff');
  await sleep(due - stormLead - Date.now());
  const freezing = causeFault(world, { kind: 'freeze', part: 'postgres', ms: stormLead + after });
  const [outcomes] = await Promise.all([Promise.all(prepared.map((each) => outcomeOf(world, due, each))), freezing]);
  const [inTime, late] = [outcomes.slice(0, count), outcomes.slice(count)];
  const taken = inTime.filter(({ isTaken }) => isTaken);
  const refused = late.filter(({ isTaken }) => !isTaken);
  const wrong = [...inTime.filter((each) => !taken.includes(each)), ...late.filter((each) => !refused.includes(each))];
  return {
    inTime: inTime.length,
    taken: taken.length,
    late: late.length,
    refused: refused.length,
    wrong: wrong.map(({ text }) => text),
  };
}

async function outcomeOf(
  world: World,
  due: Instant,
  { walk, offset, body }: { readonly walk: Walk; readonly offset: number; readonly body: object },
): Promise<{ readonly isTaken: boolean; readonly text: string }> {
  const { applicationId } = walk.opening;
  const path = `/api/applications/${applicationId}/actions/resubmit`;
  const key = randomUUID();
  const lastByteAt = due + offset;
  await sleep(Math.max(0, Math.min(lastByteAt, due) - surelyRead / 2 - Date.now()));
  const asking = { person: walk.applicant, path, body, key, lastByteAt };
  const reply = await sendAct(world, asking, { applicationId, event: 'resubmit', mayBeLate: true });
  if (!isFinal(reply?.status ?? null)) throw new Error(`${applicationId} resubmit: ${JSON.stringify(reply)}`);
  const isTaken = await patiently(async () => (await findEvent(world.stack.db, applicationId, { key })) !== null);
  const attempts = world.sent.find((act) => act.key === key)?.attempts ?? [];
  const tries = attempts.map(({ status, to }) => `${status ?? 'none'} at ${to - due}`).join(', ');
  return { isTaken, text: `${applicationId}, last byte ${offset} ms after the cutoff: ${tries}` };
}
