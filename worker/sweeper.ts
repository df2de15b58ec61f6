import type { Deps } from '../api/deps.js';
import { dispatch } from '../engine/dispatch.js';
import { notifyNewerCalendars } from '../engine/notifyNewerCalendars.js';
import { reportSigned } from '../engine/reportMeeting.js';
import { signalPolicyChanged } from '../engine/signalPolicyChanged.js';
import { startCampaign } from '../engine/startCampaign.js';
import { startWorkflow } from '../engine/startWorkflow.js';
import { findApplication, unstartedApplications } from '../records/application/applications.js';
import { type Intake, unfinishedActs } from '../records/application/intakes.js';
import { unstartedCampaigns } from '../records/campaign/campaignState.js';
import { unreportedSignatures } from '../records/campaign/meetingsToReport.js';
import { campaignsToAmend } from '../records/campaign/policyAmendments.js';
import { nextLetterAt } from '../records/mail/outbox.js';
import { withAdvisoryLock } from '../records/withAdvisoryLock.js';
import type { Instant } from '../rules/calendar/instant.js';

export interface SweeperOptions {
  /** Between two sweeps, in ms. Default 5,000. */
  readonly interval?: number;
  /** What is younger than this is left to the request that brought it, in ms of campaign time. Default 15,000. */
  readonly minimumAge?: Instant;
}
export interface Sweeper {
  /** One sweep, now. */
  sweep(): Promise<void>;
  /** Ends the sweeping, after the sweep that is under way. */
  stop(): Promise<void>;
}

const page = 200;
const atOnce = 16;
const wakeInterval = 30_000;

/**
 * Finishes what a killed process left: hands on registered acts under their keys, starts applications that have a row
 * and no workflow, and wakes the mail when letters lie about. Any number of processes may have one; one works at a time.
 */
export function startSweeper(deps: Deps, { interval = 5_000, minimumAge = 15_000 }: SweeperOptions = {}): Sweeper {
  let after: Intake | undefined;
  let woken = -wakeInterval;
  let calendarsNotified = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();

  const work = async () => {
    const olderThan = (await deps.clock()) - minimumAge;
    await startUnstarted(deps, olderThan);
    await startCampaigns(deps);
    await reportSignatures(deps);
    for (const campaign of await campaignsToAmend(deps.db)) await signalPolicyChanged(deps, campaign);
    // A calendar comes with the program: what this one has to tell, it tells once.
    if (!calendarsNotified) await notifyNewerCalendars(deps);
    calendarsNotified = true;
    after = await dispatchUnfinished(deps, olderThan, after);
    if (performance.now() - woken >= wakeInterval && (await lettersWait(deps))) {
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
  const again = () => {
    if (stopped) return;
    timer = setTimeout(() => {
      working = sweep().finally(again);
    }, interval);
    timer.unref();
  };
  again();
  return {
    sweep,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await working;
    },
  };
}

async function lettersWait({ db }: Deps): Promise<boolean> {
  return (await nextLetterAt(db)) !== null;
}

async function startUnstarted(deps: Deps, olderThan: Instant): Promise<void> {
  for (const application of await unstartedApplications(deps.db, { olderThan, limit: page })) {
    await startWorkflow(deps, application);
    deps.metrics.swept.inc({ what: 'start' });
    deps.logger.info({ application: application.id }, 'started by the sweeper');
  }
}

async function startCampaigns(deps: Deps): Promise<void> {
  for (const campaign of await unstartedCampaigns(deps.db)) {
    await startCampaign(deps, campaign);
    deps.metrics.swept.inc({ what: 'campaign' });
    deps.logger.info({ campaign }, 'campaign started by the sweeper');
  }
}

/** Minutes that were signed in a process that did not live to tell the campaign. */
async function reportSignatures(deps: Deps): Promise<void> {
  for (const meeting of await unreportedSignatures(deps.db)) {
    await reportSigned(deps, meeting).catch((error: unknown) => {
      deps.logger.error({ err: error, meeting: meeting.meetingId }, 'a campaign does not take a signature');
    });
  }
}

/** One page of unfinished acts; answers where the next page begins, so that stuck ones do not hide the others. */
async function dispatchUnfinished(deps: Deps, olderThan: Instant, after?: Intake): Promise<Intake | undefined> {
  const acts = await unfinishedActs(deps.db, { olderThan, limit: page, ...(after ? { after } : {}) });
  const byApplication = new Map<string, Intake[]>();
  for (const act of acts) byApplication.set(act.applicationId, [...(byApplication.get(act.applicationId) ?? []), act]);
  const queue = [...byApplication.values()];
  const worker = async () => {
    for (let own = queue.shift(); own; own = queue.shift()) await dispatchInOrder(deps, own);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return acts.length === page ? acts.at(-1) : undefined;
}

async function dispatchInOrder(deps: Deps, intakes: readonly Intake[]): Promise<void> {
  for (const intake of intakes) {
    const application = await findApplication(deps.db, intake.applicationId);
    if (!application) return;
    const outcome = await dispatch(deps, application, intake);
    deps.metrics.swept.inc({ what: outcome.kind });
    deps.logger.info(
      { application: application.id, event: intake.act.event, outcome: outcome.kind },
      'handed on by the sweeper',
    );
    if (outcome.kind === 'slow' || outcome.kind === 'gone') return;
  }
}
