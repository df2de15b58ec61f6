import { type Instant, localDateOf } from '../../rules/instant.js';
import type { Say } from '../progress.js';
import type { Actors, Played } from './actors.js';
import type { CampaignClock } from './campaignClock.js';
import { DayLog } from './dayLog.js';
import { inParallel } from './inParallel.js';
import type { Step } from './plan.js';
import { plannedInstant } from './plannedInstant.js';
import type { Part } from './roster.js';
import type { Reply } from './visitor.js';

/** People who act at the same instant act at once, so many at a time. */
const atOnce = 16;

interface Scene {
  readonly played: Played;
  readonly steps: Step[];
}

/** The steps of all parts by instant; those of one application at the same instant stay in their order. */
function programme(company: readonly Played[], year: number): readonly (readonly [Instant, readonly Scene[]])[] {
  const instants = new Map<Instant, Map<Played, Step[]>>();
  for (const played of company) {
    for (const step of played.part.plan.steps) {
      const at = plannedInstant(step.at, year);
      const scenes = instants.get(at) ?? new Map<Played, Step[]>();
      scenes.set(played, [...(scenes.get(played) ?? []), step]);
      instants.set(at, scenes);
    }
  }
  return [...instants]
    .sort(([one], [other]) => one - other)
    .map(([at, scenes]) => [at, [...scenes].map(([played, steps]) => ({ played, steps }))]);
}

/** What `play` needs. */
export interface Playing {
  readonly parts: readonly Part[];
  readonly actors: Actors;
  readonly clock: CampaignClock;
  readonly year: number;
  /** When everything is over. */
  readonly until: Instant;
  readonly say: Say;
  readonly signal: AbortSignal;
}

/** Plays every plan from its first step to the end of the campaign; between two instants the engine's clock jumps. */
export async function play({ parts, actors, clock, year, until, say, signal }: Playing): Promise<readonly Played[]> {
  const company = parts.map((part): Played => ({ part, id: null, documents: [], replies: [] }));
  const log = new DayLog(say);
  for (const [at, scenes] of programme(company, year)) {
    signal.throwIfAborted();
    log.begin(localDateOf(at));
    await clock.advanceTo(at);
    await inParallel(scenes, atOnce, async ({ played, steps }) => {
      for (const step of steps) {
        signal.throwIfAborted();
        const reply = await actors.play(played, step).catch(brokenOff);
        played.replies.push(reply);
        log.count(step, reply);
      }
    });
  }
  log.end();
  await clock.advanceTo(until);
  return company;
}

/** A request that came to nothing is an answer nobody expected, and the others go on. */
function brokenOff(error: unknown): Reply {
  return { status: 0, body: { code: 'broken_off', detail: error instanceof Error ? error.message : String(error) } };
}
