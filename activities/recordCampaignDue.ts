import { setTimeout as sleep } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import pMap from 'p-map';
import { findCampaign } from '../records/campaign/campaigns.js';
import { recordedCampaign } from '../records/campaign/recordedCampaign.js';
import type { Database } from '../records/database.js';
import { type DueApplication, dueApplications, nextDueOf } from '../records/deadlines/dueApplications.js';
import { hasAllArrived, recordDue } from '../records/deadlines/recordDue.js';
import { endOfDay, type Instant, localDateOf } from '../rules/calendar/instant.js';
import { campaignLaw } from '../rules/campaign/campaignLaw.js';
import { scheduleOf } from '../rules/campaign/campaignSchedule.js';
import { type Alarm, genuinely } from './alarm.js';
import type { ActivityOptions } from './createActivities.js';
import { mustKeepTime } from './time.js';

/** A campaign whose deadlines are recorded. */
export interface CampaignDueInput {
  readonly campaignId: string;
  /** Campaign time minus engine time, in ms. */
  readonly clockOffset: number;
}

export interface CampaignDueActivities {
  /** Records what has come due in a campaign. Returns when to look again, in campaign time; null: the campaign is over. */
  recordCampaignDue(input: CampaignDueInput): Promise<{ readonly next: Instant | null }>;
}

export interface CampaignDueOptions extends Pick<ActivityOptions, 'wakeMailWorkflow' | 'deadlineLateness'> {
  readonly database: Database;
  readonly alarm: Alarm;
  /** As in `ActivityOptions`. */
  readonly clockOffset: number | null;
  /** Wakes the workflow of an application, by number, of which a deadline was left to it. */
  readonly wakeApplication: (number: string) => Promise<void>;
}

/** Applications recorded in one transaction: as many as lock nobody's act, and occupy the thread that decides them, for a moment only. */
const batchSize = 100;
/** Transactions side by side. */
const batches = 2;
/** The most of one look; whatever is due besides is recorded by the next, which follows at once. */
const most = 20_000;
/** How long acts that have arrived may still take to be registered, and how often to look, in ms. */
const [patience, lookEvery] = [10_000, 50];
/** Between two signs of life, in ms. */
const beatEvery = 1_500;

/** What records the deadlines of a campaign's applications. */
export function createCampaignDueActivities(options: CampaignDueOptions): CampaignDueActivities {
  return {
    recordCampaignDue: async (input) =>
      await genuinely(options.alarm, 'campaign_due', input.campaignId, async () => {
        mustKeepTime(input.clockOffset, options.clockOffset);
        const { facts } = await recordedCampaign(options.database, input.campaignId);
        if (campaignLaw[facts.status].final) return { next: null };
        // The engine's time, by which the workflow waits.
        const now = Context.current().info.currentAttemptScheduledTimestampMs + input.clockOffset;
        const due = await dueApplications(options.database, { ...input, upTo: now, limit: most });
        if (due.length > 0) await beating(() => recordAll(options, input, due, now));
        return { next: due.length < most ? await nextLook(options.database, input.campaignId, now) : now };
      }),
  };
}

/** Tells the engine that this worker lives, for as long as the work takes. */
async function beating(work: () => Promise<void>): Promise<void> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), beatEvery);
  try {
    await work();
  } finally {
    clearInterval(beat);
  }
}

async function recordAll(
  options: CampaignDueOptions,
  { campaignId }: CampaignDueInput,
  due: readonly DueApplication[],
  now: Instant,
): Promise<void> {
  const { database, wakeMailWorkflow, wakeApplication, deadlineLateness, clockOffset } = options;
  await allArrived(database, Math.max(...due.map((each) => each.due)));
  const ids = due.map(({ id }) => id).sort();
  const parts = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, part) =>
    ids.slice(part * batchSize, (part + 1) * batchSize),
  );
  let written = 0;
  const record = async (part: readonly string[]) => {
    const { recorded, letters, left } = await recordDue(database, { campaignId, ids: part, upTo: now });
    written += letters;
    if (clockOffset !== null) {
      const committed = Date.now() + clockOffset;
      for (const at of recorded) deadlineLateness.observe((committed - at) / 1000);
    }
    await pMap(left, wakeApplication, { concurrency: 16 });
  };
  try {
    // One that fails keeps none of the others back; the activity then fails, and is tried again with what is left.
    await pMap(parts, record, { concurrency: batches, stopOnError: false });
  } finally {
    // Not before: the letters of the first parts would take the processor from the parts that follow.
    if (written > 0) wakeMailWorkflow();
  }
}

/** Waits until what arrived before an instant is registered, for as long as that may take, from the database's first answer. */
async function allArrived(database: Database, before: Instant): Promise<void> {
  let waiting = !(await hasAllArrived(database, before));
  for (const from = performance.now(); waiting && performance.now() - from < patience; ) {
    await sleep(lookEvery);
    waiting = !(await hasAllArrived(database, before));
  }
}

/** The next due instant, the next date of the campaign, or the next 00:00, whichever is first. */
async function nextLook(database: Database, campaignId: string, now: Instant): Promise<Instant> {
  const [due, campaign] = await Promise.all([
    nextDueOf(database, [campaignId], now),
    findCampaign(database, campaignId),
  ]);
  const dates = campaign ? Object.values(scheduleOf(campaign.policy, campaign.calendar).dates).map(({ at }) => at) : [];
  return Math.min(...[...due.values(), ...dates, endOfDay(localDateOf(now))].filter((at) => at > now));
}
