import { ApplicationFailure, Context } from '@temporalio/activity';
import pMap from 'p-map';
import { findApplication } from '../records/application/applications.js';
import { findIntake } from '../records/application/intakes.js';
import { type CampaignPause, findPause, notePauseApplied } from '../records/campaign/campaignPauses.js';
import { type PauseAct, pauseActs, pauseKeys, pauseProgress } from '../records/campaign/pauseActs.js';
import type { Database } from '../records/database.js';
import { NotGenuine } from '../records/notGenuine.js';
import { type Alarm, genuinely } from './alarm.js';
import { concurrency, type FanOutOptions, partSize, type RegisteredAct, recordOrDispatchLoaded } from './fanOut.js';
import type { PauseActivities, PausePart, PauseStepInput } from './pauseActivities.js';
import { mustKeepTime } from './time.js';

export interface PauseOptions extends FanOutOptions {
  readonly alarm: Alarm;
  /** As in `ActivityOptions`. */
  readonly clockOffset: number | null;
}

/** The effects of a pause of a campaign. */
export function createPauseActivities(options: PauseOptions): PauseActivities {
  const genuine = <T>(step: PauseStepInput, work: (pause: CampaignPause) => Promise<T>) =>
    genuinely(options.alarm, 'pause', step.pauseId, async () => {
      mustKeepTime(step.clockOffset, options.clockOffset);
      return await work(await decidedPause(options.database, step));
    });
  return {
    pausePart: (part) => genuine(part, (pause) => recordPart(options, pause, part)),
    finishPauseStep: (step) => genuine(step, (pause) => finish(options.database, pause, step)),
  };
}

/** The pause of a step that was decided. @throws NotGenuine for any other */
async function decidedPause(database: Database, { pauseId, ending }: PauseStepInput): Promise<CampaignPause> {
  const pause = await findPause(database, pauseId);
  const decided = pause?.state === 'ended' || (pause?.state === 'approved' && !ending);
  if (!pause || !decided) throw new NotGenuine(`nobody has decided ${pauseId}`);
  return pause;
}

/**
 * Records the acts of a step on the next applications, a set at a time: of each first the request, then the approval. The
 * workflows follow once a part is recorded.
 *
 * @throws while it is not known what became of an act, and while a pause that ends has not reached one of these applications
 */
async function recordPart(
  options: FanOutOptions,
  { id, campaignId }: CampaignPause,
  { ending, after, upTo, clockOffset }: PausePart,
): ReturnType<PauseActivities['pausePart']> {
  const { request, approval, end } = pauseKeys(id);
  const [key, next, earlier] = ending ? [end, null, [request, approval]] : [request, approval, []];
  const range = { campaignId, earlier, after, upTo, limit: partSize };
  const acts = await pauseActs(options.database, { ...range, key });
  const reached = new Map<string, number>();
  const collecting: FanOutOptions = {
    ...options,
    haveFollow: async (_, moved) => {
      for (const { number, seq } of moved) reached.set(number, Math.max(seq, reached.get(number) ?? 0));
    },
  };
  const part = { id: `${ending ? 'pause-end' : 'pause'}-${id}-${after ?? ''}`, clockOffset };
  const record = (some: readonly PauseAct[], under: string) =>
    recordOrDispatchLoaded(
      collecting,
      part,
      some.map(({ intake }) => intake),
      (left) => loaded(options.database, some, under, left),
    );
  await record(
    acts.filter(({ waits }) => !waits),
    key,
  );
  Context.current().heartbeat();
  if (acts.some(({ waits }) => waits)) throw ApplicationFailure.retryable(`${id} has not reached all that it ends on`);
  const last = acts.at(-1)?.applicationId ?? null;
  // The same applications, by their ids: each is registered with both.
  if (next !== null && last !== null)
    await record(await pauseActs(options.database, { ...range, key: next, upTo: last }), next);
  if (reached.size > 0)
    await options.haveFollow(
      part.id,
      [...reached].map(([number, seq]) => ({ number, seq })),
    );
  return { after: acts.length === partSize ? last : null };
}

async function loaded(
  database: Database,
  acts: readonly PauseAct[],
  key: string,
  left: ReadonlySet<string>,
): Promise<readonly RegisteredAct[]> {
  const own = acts.filter(({ intake }) => left.has(intake));
  const found = await pMap(
    own,
    async ({ applicationId }) => {
      const [application, intake] = await Promise.all([
        findApplication(database, applicationId),
        findIntake(database, { applicationId, key }),
      ]);
      return application && intake ? [{ application, intake }] : [];
    },
    { concurrency },
  );
  return found.flat();
}

async function finish(database: Database, { id, campaignId }: CampaignPause, step: PauseStepInput): Promise<void> {
  const { approval, end } = pauseKeys(id);
  const { ending, clockOffset } = step;
  const progress = await pauseProgress(database, { campaignId, key: ending ? end : approval });
  const { total, moved, refused, unfinished } = progress;
  if (unfinished > 0) throw ApplicationFailure.retryable(`${id}: ${unfinished} of ${total} on their way`);
  const at = Context.current().info.currentAttemptScheduledTimestampMs + clockOffset;
  await notePauseApplied(database, { id, ending, moved, refused, at });
}
