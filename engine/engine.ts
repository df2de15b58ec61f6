import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Client,
  isGrpcServiceError,
  QueryNotRegisteredError,
  ServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { hashOf } from '../records/application/eventHash.js';
import type { Act, Answer } from '../rules/application/act.js';
import type { RepairName } from '../rules/application/lifecycle.js';
import type { CampaignAct, CampaignAnswer } from '../rules/campaign/campaignFacts.js';
import type { Refusal } from '../rules/refusal.js';
import {
  type ActArguments,
  applicationWorkflow,
  type Current,
  currentQuery,
  deadlineCame,
  notLooked,
  type RepairAct,
  recordReached,
  refusedType,
  taskQueue,
} from '../workflows/application/messages.js';
import { type ApplicationStart, startOptions } from '../workflows/application/startOptions.js';
import {
  type CampaignArguments,
  type CampaignInput,
  campaignDueWorkflow,
  campaignWorkflow,
  campaignWorkflowIdOf,
  lookAgain,
  policyChanged,
} from '../workflows/campaign/campaignMessages.js';
import {
  type CampaignStart,
  campaignDueStartOptions,
  campaignStartOptions,
} from '../workflows/campaign/campaignStart.js';
import { mailWorkflowId, wakeMailSignal } from '../workflows/mail/mail.js';
import { campaignPauseWorkflow, type PauseInput, pauseWorkflowIdOf } from '../workflows/pause/campaignPause.js';
import {
  followWorkflow,
  type RecordReached,
  recordedUpdate,
  type TogetherInput,
  type together,
  togetherWorkflow,
} from '../workflows/together/together.js';
import { type Queue, queuesOf } from './engineQueues.js';
import { type EngineWorkflows, engineWorkflows } from './engineWorkflows.js';

/** What became of an act. `gone`: no workflow is running; `slow`: the engine has not answered in time. */
export type Outcome<A = Answer> =
  | { readonly kind: 'answered'; readonly answer: A }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'gone' }
  | { readonly kind: 'slow' };

/** Everything the API and the worker request of the engine. It names an application by its short number. */
export interface Engine {
  /** The namespace of its workflows, for links into the Temporal UI. */
  readonly namespace: string;
  /** Starts an application's workflow, whatever became of an earlier one. Does nothing while it runs. */
  start(application: ApplicationStart): Promise<void>;
  /**
   * `recordedSeq`: the seq the caller saw in the record; default: it did not look. `updateId`: what the engine knows a
   * repeated Update by; by default the key and a hash of the act.
   */
  act(number: string, act: Act, recordedSeq?: number, updateId?: string): Promise<Outcome>;
  repair(number: string, repair: RepairName, act: RepairAct): Promise<Outcome>;
  /** Starts a campaign's workflow. Does nothing when it has been started already. */
  startCampaign(campaign: CampaignStart, memo: { readonly title: string; readonly committee: string }): Promise<void>;
  actOnCampaign(campaignId: string, act: CampaignAct, recordedSeq: number): Promise<Outcome<CampaignAnswer>>;
  /** Has what records a campaign's deadlines look again, and starts it where it does not run. */
  lookForDue(campaign: CampaignInput): Promise<void>;
  /** Has an application's workflow see to a deadline that has come. Does nothing when none runs. */
  wakeForDeadline(number: string): Promise<void>;
  /** Has a campaign read its dates again. @throws when its workflow is not running */
  signalPolicyChange(campaignId: string): Promise<void>;
  /** Has a pause of a campaign, or its end, carried to the applications on which it is registered. Does nothing while that is done. */
  carryOutPause(step: PauseInput): Promise<void>;
  /**
   * Has registered acts of different applications recorded together. `id` names them; the same again is done once. Resolves
   * once each is recorded, refused or left to its application; `slow` when the engine has not answered in time.
   */
  actTogether(id: string, acts: TogetherInput): Promise<'recorded' | 'slow'>;
  /** Tells an application that runs how far its record has come. */
  tellReached(reached: RecordReached): Promise<void>;
  /** Has applications told how far their record has come, after a pause in which the record is written further. */
  haveFollow(id: string, moved: readonly RecordReached[]): Promise<void>;
  /** Facts and parked steps as the workflow has them. @throws when it does not answer */
  current(number: string): Promise<Current>;
  /** For the reconciler: what runs, and how it is begun again. */
  readonly workflows: EngineWorkflows;
  /** Wakes the workflow that sends the mail. */
  wakeMailWorkflow(): Promise<void>;
  /** The workers at each task queue. @throws when the engine does not answer */
  queues(): Promise<readonly Queue[]>;
  /** The engine's clock, in ms. @throws when it does not answer */
  time(): Promise<number>;
  /** @throws when the engine cannot be reached */
  ready(): Promise<void>;
  /**
   * Resolves when no call is under way. Wait for it before closing the connection: the client repeats a failed call, and
   * ends the process when it then finds the connection closed.
   */
  rest(): Promise<void>;
}

export interface EngineOptions {
  /** The portal's address, linked in the Temporal UI. */
  readonly publicUrl: string;
  /** An act is `slow` after so many ms. Default 10,000. */
  readonly timeout?: number;
  /** Whether the workflows of applications leave their deadlines to their campaign, and follow. Default true. */
  readonly follow?: boolean;
}

const workflowIdConflictPolicy = 'USE_EXISTING';
/** Applications follow after the rest of their meeting's outcomes, or of an amendment, is recorded. */
const followAfter = '5 seconds';

type Arguments = ActArguments | [RepairAct] | CampaignArguments;

/** An `Engine` over a Temporal client. */
export function temporalEngine(client: Client, { publicUrl, timeout = 10_000, follow = true }: EngineOptions): Engine {
  const underWay = new Set<Promise<void>>();
  const within = <T>(ms: number, work: () => Promise<T>): Promise<T> => {
    const answer = client.withDeadline(Date.now() + ms, work);
    const over = answer.then(
      () => undefined,
      () => undefined,
    );
    underWay.add(over);
    void over.then(() => underWay.delete(over));
    return answer;
  };
  const update = async <A = Answer>(
    workflowId: string,
    name: string,
    args: Arguments,
    updateId = args[0].key,
  ): Promise<Outcome<A>> => {
    const handle = client.workflow.getHandle(workflowId);
    try {
      const answer = await within(timeout, () => handle.executeUpdate<A, Arguments>(name, { args, updateId }));
      return { kind: 'answered', answer };
    } catch (error) {
      return outcomeOf(error);
    }
  };
  const started = async (starting: () => Promise<unknown>): Promise<void> => {
    try {
      await within(timeout, starting);
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
  const unlessEnded = async (signaling: () => Promise<void>): Promise<void> => {
    try {
      await within(timeout, signaling);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  };
  const workflows = engineWorkflows(client, publicUrl, (work) => within(timeout, work));
  const wake = { workflowId: mailWorkflowId, taskQueue, signal: wakeMailSignal, signalArgs: [] as [] };
  const wakeMail = () => client.workflow.signalWithStart('mail', wake);
  return {
    namespace: client.options.namespace,
    workflows,
    act: (number, act, recordedSeq = notLooked, updateId = updateIdOf(act)) =>
      update(number, act.event, [act, recordedSeq], updateId),
    repair: (number, repair, act) => update(number, repair, [act]),
    start: (application) =>
      started(() =>
        client.workflow.start(applicationWorkflow, startOptions({ ...application, follows: follow }, publicUrl)),
      ),
    startCampaign: (campaign, memo) =>
      started(() =>
        client.workflow.start(campaignWorkflow, campaignStartOptions(campaign, { ...memo, portalUrl: publicUrl })),
      ),
    actOnCampaign: (campaignId, act, recordedSeq) =>
      update(campaignWorkflowIdOf(campaignId), act.event, [act, recordedSeq]),
    lookForDue: async (campaign) => {
      const options = campaignDueStartOptions(campaign);
      await within(timeout, () =>
        client.workflow.signalWithStart(campaignDueWorkflow, { ...options, signal: lookAgain, signalArgs: [] }),
      );
    },
    wakeForDeadline: (number) => unlessEnded(() => client.workflow.getHandle(number).signal(deadlineCame)),
    async signalPolicyChange(campaignId) {
      const handle = client.workflow.getHandle(campaignWorkflowIdOf(campaignId));
      await within(timeout, () => handle.signal(policyChanged));
    },
    carryOutPause: (step) =>
      started(() =>
        client.workflow.start(campaignPauseWorkflow, {
          workflowId: pauseWorkflowIdOf(step),
          taskQueue,
          args: [step],
          staticSummary: step.ending ? '期限恢复' : '期限中止',
        }),
      ),
    async actTogether(id, acts) {
      const workflowId = `together-${id}`;
      const start = { workflowId, taskQueue, args: [acts] as [TogetherInput], workflowIdConflictPolicy } as const;
      const startWorkflowOperation = new WithStartWorkflowOperation<typeof together>(togetherWorkflow, start);
      try {
        const work = () =>
          client.workflow.executeUpdateWithStart(recordedUpdate, { startWorkflowOperation, updateId: id });
        await within(timeout, work);
        return 'recorded';
      } catch (error) {
        return outcomeOf(error).kind === 'slow' ? 'slow' : 'recorded';
      }
    },
    tellReached: ({ number, seq }) => unlessEnded(() => client.workflow.getHandle(number).signal(recordReached, seq)),
    haveFollow: (id, moved) =>
      started(() =>
        client.workflow.start(followWorkflow, {
          workflowId: `follow-${id}`,
          taskQueue,
          args: [{ moved }],
          startDelay: followAfter,
        }),
      ),
    async current(number) {
      const handle = client.workflow.getHandle(number);
      return await within(timeout, () => onceItHasBegun(() => handle.query(currentQuery)));
    },
    wakeMailWorkflow: async () => void (await within(timeout, wakeMail)),
    // No call of the engine tells its time, but every event has it: a wake-up of the mail is one that harms nothing.
    async time() {
      const { namespace } = client.options;
      return await within(5_000, async () => {
        await wakeMail();
        const execution = { workflowId: mailWorkflowId };
        const newest = { namespace, execution, maximumPageSize: 1 };
        const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse(newest);
        const { seconds, nanos } = history?.events?.[0]?.eventTime ?? {};
        return Number(seconds) * 1000 + Math.floor(Number(nanos ?? 0) / 1e6);
      });
    },
    queues: async () => await within(2_000, () => queuesOf(client)),
    async ready() {
      await within(2_000, () => client.workflowService.getSystemInfo({}));
    },
    async rest() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** The same act has the same id; another one under its key, which nobody of the product sent, cannot take its place. */
function updateIdOf(act: Act): string {
  return `${act.key}:${hashOf(act).slice(0, 16)}`;
}

/** Asks again while a workflow that was started just now reads its record: a server may fail such a query in its own way. */
async function onceItHasBegun<T>(ask: () => Promise<T>): Promise<T> {
  for (let asked = 1; ; asked += 1) {
    try {
      return await ask();
    } catch (error) {
      const notYet = error instanceof QueryNotRegisteredError || error instanceof ServiceError;
      if (!notYet || asked === 20) throw error;
      await sleep(100);
    }
  }
}

/** The outcome behind an error of the client. Rethrows every other error. */
function outcomeOf(error: unknown): Outcome<never> {
  if (error instanceof WorkflowUpdateFailedError) {
    const refusal = refusalIn(error.cause);
    if (refusal) return { kind: 'refused', refusal };
    throw error;
  }
  if (error instanceof WorkflowNotFoundError) return { kind: 'gone' };
  const unreachable = error instanceof ServiceError || isGrpcServiceError(error);
  if (unreachable || error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'slow' };
  throw error;
}

function refusalIn(cause: unknown): Refusal | null {
  return cause instanceof ApplicationFailure && cause.type === refusedType
    ? ((cause.details?.[0] as Refusal | undefined) ?? null)
    : null;
}
