import pMap from 'p-map';
import { carryOutPause } from '../engine/carryOutPause.js';
import { type DispatchDeps, dispatch } from '../engine/dispatch.js';
import { notifyNewerCalendars } from '../engine/notifyNewerCalendars.js';
import { reportSigned } from '../engine/reportMeeting.js';
import { signalPolicyChanged } from '../engine/signalPolicyChanged.js';
import { startCampaign } from '../engine/startCampaign.js';
import { startWorkflow } from '../engine/startWorkflow.js';
import { findApplication, unstartedApplications } from '../records/application/applications.js';
import { type Intake, unfinishedActs } from '../records/application/intakes.js';
import { addUpCounts } from '../records/campaign/campaignCounts.js';
import { pausesToApply } from '../records/campaign/campaignPauses.js';
import { unstartedCampaigns } from '../records/campaign/campaignState.js';
import { unreportedSignatures } from '../records/campaign/meetingsToReport.js';
import { campaignsToAmend } from '../records/campaign/policyAmendments.js';
import { incomingFolder, removeAbandonedUploads, unfinishedFolder } from '../records/dossier/incomingFiles.js';
import { forgetStaleUploads } from '../records/dossier/unfinishedUploads.js';
import { nextLetterAt } from '../records/mail/claimLetters.js';
import { databaseTime } from '../records/operations/databaseTime.js';
import { withAdvisoryLock } from '../records/withAdvisoryLock.js';
import type { Instant } from '../rules/calendar/instant.js';
import { watchDue } from './watchDue.js';

/** What the sweeper needs. */
export interface SweeperDeps extends DispatchDeps {
  readonly dataDir: string;
  readonly metrics: DispatchDeps['metrics'] & {
    /** Counts what it finished. */
    readonly swept: { inc(labels: { readonly what: string }): void };
  };
}
export interface SweeperOptions {
  /** Between two sweeps, in ms. Default 5,000. */
  readonly interval?: number;
  /** Younger acts and drafts are left to the request that brought them, in ms of campaign time. Default 15,000. */
  readonly minimumAge?: Instant;
}
export interface Sweeper {
  /** One sweep, now. */
  sweep(): Promise<void>;
  /** Ends the sweeping, after the sweep that is under way. */
  stop(): Promise<void>;
}

const page = 200;
const concurrency = 16;
const wakeInterval = 30_000;
const clearingInterval = 10 * 60_000;
/** An upload is examined in seconds; an hour later nobody works on it. */
const uploadsAbandonedAfter = 60 * 60_000;
/** Whoever loses their connection in the evening goes on in the morning. */
const unfinishedFor = 24 * 60 * 60_000;

/**
 * Finishes what a killed process left behind: dispatches registered acts under their keys, starts applications and
 * campaigns that have a row and no workflow, reports signed meetings, has pauses of campaigns carried out and deadlines
 * looked for, wakes the mail when letters wait, and removes uploads that nobody works on any more, which lie unencrypted. It
 * also adds up the counts of campaigns. Every worker process has a sweeper; an advisory lock lets one work at a time.
 */
export function startSweeper(
  deps: SweeperDeps,
  { interval = 5_000, minimumAge = 15_000 }: SweeperOptions = {},
): Sweeper {
  let after: Intake | undefined;
  let woken = -wakeInterval;
  let cleared = -clearingInterval;
  let calendarsNotified = false;
  const lookForDue = watchDue(deps);
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  const work = async () => {
    const olderThan = (await deps.clock()) - minimumAge;
    await startApplications(deps, olderThan);
    await startCampaigns(deps);
    await reportSignatures(deps);
    for (const campaign of await campaignsToAmend(deps.db)) await signalPolicyChanged(deps, campaign);
    for (const step of await pausesToApply(deps.db)) await carryOutPause(deps, step);
    // Calendars come with the program, so once in a process is enough.
    if (!calendarsNotified) await notifyNewerCalendars(deps);
    calendarsNotified = true;
    if (performance.now() - cleared >= clearingInterval) {
      cleared = performance.now();
      await clearIncoming(deps);
    }
    after = await dispatchUnfinished(deps, olderThan, after);
    await lookForDue();
    await addUpCounts(deps.db);
    if (performance.now() - woken >= wakeInterval && (await nextLetterAt(deps.db)) !== null) {
      woken = performance.now();
      await deps.engine.wakeMailWorkflow();
    }
  };
  const sweep = async () => {
    try {
      await withAdvisoryLock(deps.db, 'sweeper', work);
    } catch (error) {
      deps.logger.error({ err: error }, 'a sweep failed');
    }
  };
  const schedule = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      working = sweep().finally(schedule);
    }, interval);
    timer.unref();
  };
  schedule();
  return {
    sweep,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}

async function startApplications(deps: SweeperDeps, olderThan: Instant): Promise<void> {
  for (const application of await unstartedApplications(deps.db, { olderThan, limit: page })) {
    await startWorkflow(deps, application);
    deps.metrics.swept.inc({ what: 'start' });
    deps.logger.info({ application: application.id }, 'started by the sweeper');
  }
}

async function startCampaigns(deps: SweeperDeps): Promise<void> {
  for (const campaign of await unstartedCampaigns(deps.db)) {
    await startCampaign(deps, campaign);
    deps.metrics.swept.inc({ what: 'campaign' });
    deps.logger.info({ campaign }, 'campaign started by the sweeper');
  }
}

/** Reports minutes that were signed in a process that ended before it could report them. */
async function reportSignatures(deps: SweeperDeps): Promise<void> {
  for (const meeting of await unreportedSignatures(deps.db)) {
    const { meetingId } = meeting;
    try {
      const outcome = await reportSigned(deps, meeting);
      if (outcome?.kind !== 'answered') {
        deps.logger.warn({ meeting: meetingId, outcome: outcome?.kind }, 'the campaign has not taken a signature');
      }
    } catch (error) {
      deps.logger.error({ err: error, meeting: meetingId }, 'could not report a signature');
    }
  }
}

async function clearIncoming({ db, dataDir, metrics, logger }: SweeperDeps): Promise<void> {
  // By the database's clock, which all processes share.
  const now = await databaseTime(db);
  await forgetStaleUploads(db, unfinishedFor / 1000);
  await removeAbandonedUploads(unfinishedFolder(dataDir), now - unfinishedFor);
  const removed = await removeAbandonedUploads(incomingFolder(dataDir), now - uploadsAbandonedAfter);
  if (removed === 0) return;
  metrics.swept.inc({ what: 'upload' });
  logger.warn({ uploads: removed }, 'removed uploads of processes that had ended');
}

/** One page of unfinished acts. Returns where the next page begins, so that stuck acts do not hide the others. */
async function dispatchUnfinished(deps: SweeperDeps, olderThan: Instant, after?: Intake): Promise<Intake | undefined> {
  const acts = await unfinishedActs(deps.db, { olderThan, limit: page, ...(after ? { after } : {}) });
  const byApplication = new Map<string, Intake[]>();
  for (const act of acts) byApplication.set(act.applicationId, [...(byApplication.get(act.applicationId) ?? []), act]);
  await pMap(byApplication.values(), (own) => dispatchInOrder(deps, own), { concurrency });
  return acts.length === page ? acts.at(-1) : undefined;
}

async function dispatchInOrder(deps: SweeperDeps, intakes: readonly Intake[]): Promise<void> {
  for (const intake of intakes) {
    const application = await findApplication(deps.db, intake.applicationId);
    if (!application) return;
    const outcome = await dispatch(deps, application, intake);
    deps.metrics.swept.inc({ what: outcome.kind });
    deps.logger.info(
      { application: application.id, event: intake.act.event, outcome: outcome.kind },
      'dispatched by the sweeper',
    );
    if (outcome.kind === 'slow' || outcome.kind === 'gone') return;
  }
}
