import type { Print } from '../../ops/process/progress.js';
import { type Instant, localDateOf } from '../../rules/calendar/instant.js';
import type { Actors, Played } from './actors.js';
import type { Workspace } from './committee/workspace.js';
import { inParallel } from './inParallel.js';
import { programme } from './programme.js';
import { DayLog } from './report/dayLog.js';
import type { Part } from './roster.js';
import type { Reply } from './stage/apiClient.js';
import type { CampaignClock } from './stage/campaignClock.js';
import { gatherings } from './together.js';

/** People who act at the same instant act at once, so many at a time. */
const atOnce = 16;

/** What `play` needs. */
export interface Playing {
  readonly parts: readonly Part[];
  readonly actors: Actors;
  readonly workspace: Workspace;
  readonly clock: CampaignClock;
  readonly year: number;
  /** When everything is over. */
  readonly until: Instant;
  readonly print: Print;
  readonly signal: AbortSignal;
}

/** Plays every plan from its first step to the end of the campaign; between two instants the engine's clock jumps. */
export async function play({
  parts,
  actors,
  workspace,
  clock,
  year,
  until,
  print,
  signal,
}: Playing): Promise<readonly Played[]> {
  const company = parts.map((part): Played => ({ part, id: null, documents: [], replies: [] }));
  workspace.applications = company;
  const log = new DayLog(print);
  for (const { at, occasions: held, scenes, gatherings: gathered } of programme(company, year)) {
    signal.throwIfAborted();
    log.begin(localDateOf(at));
    await clock.advanceTo(at);
    for (const { zh, topic, hold } of held) {
      await hold(workspace).catch((error) => workspace.ledger.fault(topic, zh, labelsOf(error)));
      log.note(zh);
    }
    await inParallel(scenes, atOnce, async ({ played, steps }) => {
      for (const step of steps) {
        signal.throwIfAborted();
        const reply = await actors.play(played, step).catch(brokenOff);
        played.replies.push(reply);
        log.count(step, reply);
      }
    });
    for (const [kind, parties] of gathered) {
      signal.throwIfAborted();
      const replies = await gatherings[kind](workspace, parties).catch((error) => parties.map(() => brokenOff(error)));
      for (const [index, { played, step }] of parties.entries()) {
        const reply = replies[index] ?? brokenOff('no answer');
        played.replies.push(reply);
        log.count(step, reply);
      }
    }
  }
  log.end();
  await clock.advanceTo(until);
  return company;
}

/** A request that came to nothing is an answer nobody expected, and the others go on. */
function brokenOff(error: unknown): Reply {
  return { status: 0, body: { code: 'broken_off', detail: labelsOf(error) } };
}

function labelsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
