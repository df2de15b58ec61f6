import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import type { Instant } from '../../../rules/calendar/instant.js';
import type { World } from '../world.js';
import { bodyOf, type Path } from './paths.js';
import { isFinal, sendAct } from './sender.js';
import { beginUnderWay, recordedFacts, type Walk } from './walk.js';

/** Many corrections that are due at one instant. */
export interface Storm {
  readonly due: Instant;
  /** Each with the ms after the cutoff at which its answer is sent; null: never. */
  readonly answers: readonly { readonly walk: Walk; readonly after: number | null }[];
}

const inCorrection = { status: 'correction', deadline: 'correction_due', seconds: 0 } as const;
/** A correction that is answered at its cutoff. */
export const answered: Path = { from: inCorrection, steps: ['resubmit'], ends: 'correction_review' };
const measured = 8;

/** How long it takes to import one application, in whole ms, on this machine as busy as it is now. */
export async function measureImport(world: World): Promise<number> {
  const began = performance.now();
  const other: Path = { ...answered, from: { ...inCorrection, seconds: 3_600 } };
  await pMap(Array.from({ length: measured }), () => beginUnderWay(world, other, Date.now()), { concurrency: 4 });
  return Math.ceil((performance.now() - began) / measured);
}

/** Prepares so many applications whose corrections are due at an instant. */
export async function prepareStorm(world: World, due: Instant, count: number): Promise<Storm> {
  const walks = await Promise.all(Array.from({ length: count }, () => beginUnderWay(world, answered, due)));
  return { due, answers: walks.map((walk, index) => ({ walk, after: offset(world, index) })) };
}

/** Half in time, some of them at the last moment, a quarter too late, a quarter never. */
function offset({ random }: World, index: number): number | null {
  if (index % 4 === 3) return null;
  return index % 4 === 2 ? random.between(0, 3_000) : random.between(-5_000, -100);
}

/** Sends the answers around the cutoff; resolves when each has its own. */
export async function ride(world: World, { due, answers }: Storm): Promise<void> {
  const riding = answers.map(async ({ walk, after }) => {
    if (after === null) return;
    const facts = await recordedFacts(world, walk);
    const { applicationId } = facts;
    const path = `/api/applications/${applicationId}/actions/resubmit`;
    const asking = { person: walk.applicant, path, body: bodyOf('resubmit', facts), key: randomUUID() };
    await sleep(Math.max(0, due + after - Date.now()));
    const reply = await sendAct(world, asking, { applicationId, event: 'resubmit', mayBeLate: true });
    if (!isFinal(reply?.status ?? null)) throw new Error(`${applicationId} resubmit: ${JSON.stringify(reply)}`);
  });
  await Promise.all(riding);
}
