import { setTimeout as sleep } from 'node:timers/promises';
import { readBacklog } from '../../records/backlog.js';
import type { Say } from '../progress.js';
import { Actors, type Played } from './actors.js';
import { calendar, policy } from './campaign.js';
import { Company } from './company.js';
import { furnish } from './furnish.js';
import { play } from './play.js';
import type { Script } from './script.js';
import type { Stage } from './stage.js';

/** What was played. */
export interface Rehearsed {
  readonly script: Script;
  /** Every application, in the script's order. */
  readonly company: readonly Played[];
  /** Whether everything had come to rest at the end. */
  readonly atRest: boolean;
}

/** Plays the whole campaign on a stage. An aborted `signal` ends it between two acts. */
export async function rehearse(
  stage: Stage,
  script: Script,
  { say, signal: asked }: { readonly say: Say; readonly signal: AbortSignal },
): Promise<Rehearsed> {
  const { parts, until } = script;
  const signal = AbortSignal.any([asked, stage.broken]);
  signal.throwIfAborted();
  await furnish(stage, parts, policy, calendar);
  const { clock, url, bankSecret } = stage;
  const actors = new Actors(new Company(url), { url, secret: bankSecret });
  const company = await play({ parts, actors, clock, year: policy.year, until, say, signal });
  return { script, company, atRest: await comeToRest(stage, signal) };
}

const longestRest = 60_000;

/** Waits until no act and no letter is on its way. */
async function comeToRest({ db, clock }: Stage, signal: AbortSignal): Promise<boolean> {
  for (const end = performance.now() + longestRest; performance.now() < end; ) {
    signal.throwIfAborted();
    const { intake_unfinished, outbox_pending } = await readBacklog(db, clock.now());
    if (intake_unfinished === 0 && outbox_pending === 0) return true;
    await sleep(100);
  }
  return false;
}
