import { setFlagsFromString } from 'node:v8';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { DataConverter, WorkerDeploymentVersion } from '@temporalio/common';
import { type NativeConnection, Worker, type WorkflowBundle } from '@temporalio/worker';
import { type AlarmMetrics, createAlarm } from '../activities/alarm.js';
import { type ActivityOptions, createActivities } from '../activities/createActivities.js';
import { createCampaignActivities } from '../activities/createCampaignActivities.js';
import { createTogetherActivities } from '../activities/createTogetherActivities.js';
import { createRetentionActivities } from '../activities/eraseWhatIsDue.js';
import { createMailWaker } from '../activities/mailWaker.js';
import { createPauseActivities } from '../activities/pause.js';
import { createCampaignDueActivities } from '../activities/recordCampaignDue.js';
import type { Tracing } from '../config/tracing/tracing.js';
import type { DispatchDeps } from '../engine/dispatch.js';
import { temporalEngine } from '../engine/engine.js';
import { numberOf } from '../records/application/applications.js';
import { mailTaskQueue, stepParked, taskQueue } from '../workflows/application/messages.js';
import { mail, mailWorkflowId, wakeMailSignal } from '../workflows/mail/mail.js';
import { alarmSinks, refuseUnreadable } from './alarms.js';
import { createDispatcher } from './createDispatcher.js';

export interface WorkersOptions
  extends Omit<ActivityOptions, 'wakeMailWorkflow' | 'parkStep' | 'alarm' | 'deadlineLateness' | 'clockOffset'> {
  readonly connection: NativeConnection;
  /** Over the same namespace and data converter. */
  readonly client: Client;
  readonly dataConverter?: DataConverter | undefined;
  readonly bundle: WorkflowBundle;
  /** Applications kept in memory, about 0.25 MB each; others are replayed. Default `defaultCachedWorkflows`. */
  readonly maxCachedWorkflows?: number;
  /** Counts acts of a fan-out that were registered ahead of the engine's clock, and what nobody had registered. */
  readonly metrics?: DispatchDeps['metrics'] & AlarmMetrics & Pick<ActivityOptions, 'deadlineLateness'>;
  /** Traces activities; absent: nothing is traced. */
  readonly tracing?: Pick<Tracing, 'activity'> | null;
  /** The version these workers are, of a worker deployment; absent: workers have no versions. */
  readonly version?: WorkerDeploymentVersion;
  /**
   * Campaign time minus engine time in ms, by which every workflow has to go. Default 0. Null: each by its own, where a
   * rehearsal or a test skips time.
   */
  readonly clockOffset?: number | null;
}

/** Applications a worker keeps in memory by default: few enough to stay within 600 MB, however many are running. */
export const defaultCachedWorkflows = 200;

const nothing = () => undefined;
const uncounted: NonNullable<WorkersOptions['metrics']> = {
  clockAhead: { inc: nothing },
  notGenuine: { inc: nothing },
  deadlineLateness: { observe: nothing },
};

/**
 * How long a task waits for the worker that has the application in memory before any worker may take it. The default,
 * 10 s, is too short when thousands of deadlines come due at one instant: the server would give out most tasks twice.
 */
const waitForOwnWorker = '20 s';

/** Workflows stay with the version they began on; they say themselves when they go on with another. */
const pinnedTo = (version: WorkerDeploymentVersion) =>
  ({ version, useWorkerVersioning: true, defaultVersioningBehavior: 'PINNED' }) as const;

/** Both workers of this process while they run. */
export interface Workers {
  /** Resolves when both have ended, by `stop` or by a signal to the process; rejects when one failed. */
  readonly done: Promise<void>;
  /** Takes nothing new, finishes what runs, and resolves when both have ended. */
  stop(): Promise<void>;
}

/** Starts a worker for applications and campaigns and one for the mail, and wakes the mail for letters that wait. */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  const { connection, client, dataConverter, bundle, log, maxCachedWorkflows = defaultCachedWorkflows } = options;
  const { database, portal, metrics = uncounted, tracing, clockOffset = 0 } = options;
  const traced = tracing ? [tracing.activity] : [];
  const alarm = createAlarm(log, metrics);
  // For its stack-trace query the SDK keeps the stack of every promise of a workflow and maps each line to its source, where
  // `ops/process/leanThreads.mjs` does not keep it from that (tests, `npm run dev`). Ten lines cost as much processor time as the
  // act itself. The flag applies to threads and contexts created from here on: stacks of errors in this process keep their length.
  setFlagsFromString('--stack-trace-limit=3');
  const mailWaker = createMailWaker(() => signalMail(client), log);
  const parkStep: ActivityOptions['parkStep'] = (parked) => signalParked({ client, database }, parked);
  const { drainOutbox, ...activities } = createActivities({
    ...options,
    alarm,
    deadlineLateness: metrics.deadlineLateness,
    clockOffset,
    parkStep,
    wakeMailWorkflow: mailWaker.wakeMailSignal,
  });
  const engine = temporalEngine(client, { publicUrl: portal });
  const same = { database, alarm, clockOffset, wakeMailWorkflow: mailWaker.wakeMailSignal };
  const dispatching = {
    dispatch: createDispatcher({ db: database, engine, logger: log, metrics }),
    haveFollow: engine.haveFollow,
  };
  const campaigns = createCampaignActivities({ ...same, ...dispatching });
  const pauses = createPauseActivities({ ...same, ...dispatching });
  const acts = createTogetherActivities({ ...same, tellReached: engine.tellReached });
  const erasing = createRetentionActivities({ database, log, clock: () => Date.now() + (clockOffset ?? 0) });
  const recordingDue = createCampaignDueActivities({
    ...same,
    wakeApplication: (number) => engine.wakeForDeadline(number),
    deadlineLateness: metrics.deadlineLateness,
  });
  const { namespace } = client.options;
  const shared = {
    connection,
    namespace,
    shutdownGraceTime: '10 s',
    ...(dataConverter ? { dataConverter } : {}),
    ...(options.version ? { workerDeploymentOptions: pinnedTo(options.version) } : {}),
  };
  const workers = await Promise.all([
    Worker.create({
      ...shared,
      taskQueue,
      workflowBundle: bundle,
      activities: { ...activities, ...campaigns, ...pauses, ...recordingDue, ...acts, ...erasing },
      maxCachedWorkflows,
      stickyQueueScheduleToStartTimeout: waitForOwnWorker,
      sinks: alarmSinks(alarm),
      interceptors: { activity: [refuseUnreadable(alarm), ...traced] },
    }),
    Worker.create({
      ...shared,
      taskQueue: mailTaskQueue,
      activities: { drainOutbox },
      interceptors: { activity: traced },
      maxConcurrentActivityTaskExecutions: 2,
      maxTaskQueueActivitiesPerSecond: 5,
    }),
  ]);
  const stopAll = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  // When one ends, for any reason, the other must not go on alone.
  const runs = workers.map((worker) => worker.run().finally(stopAll));
  const done = Promise.allSettled(runs).then(async (results) => {
    await mailWaker.close();
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  });
  mailWaker.wakeMailSignal();
  return {
    done,
    stop: async () => {
      stopAll();
      await done;
    },
  };
}

async function signalMail(client: Client): Promise<void> {
  await client.workflow.signalWithStart(mail, { workflowId: mailWorkflowId, taskQueue, signal: wakeMailSignal });
}

async function signalParked(
  { client, database }: Pick<WorkersOptions, 'client' | 'database'>,
  { applicationId, step, description }: Parameters<ActivityOptions['parkStep']>[0],
): Promise<void> {
  const number = await numberOf(database, applicationId);
  if (number === null) return;
  try {
    await client.workflow.getHandle(number).signal(stepParked, { step, description });
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}
