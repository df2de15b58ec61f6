import pMap from 'p-map';
import type { Print } from '../../ops/process/progress.js';
import { localDateOf } from '../../rules/calendar/instant.js';
import type { Reply } from '../http/apiClient.js';
import type { Workspace } from './committee/workspace.js';
import type { CampaignClock } from './environment/campaignClock.js';
import { jointActs } from './jointActs.js';
import { DayLog } from './report/dayLog.js';
import type { Scenario } from './scenario.js';
import { scheduleOf } from './schedule.js';
import type { CaseRun, StepRunner } from './stepRunner.js';

/** The number of people who act concurrently at one instant. */
const atOnce = 16;

/** Input of `runPlans`. */
export interface RunPlansInput {
  readonly scenario: Scenario;
  readonly stepRunner: StepRunner;
  readonly workspace: Workspace;
  readonly clock: CampaignClock;
  readonly print: Print;
  readonly signal: AbortSignal;
}

/** Runs every plan from its first step to the end of the campaign; between two instants the engine's clock jumps. */
export async function runPlans({
  scenario,
  stepRunner,
  workspace,
  clock,
  print,
  signal,
}: RunPlansInput): Promise<readonly CaseRun[]> {
  const { cases, tasks, campaign, until } = scenario;
  const runs = cases.map((testCase): CaseRun => ({ testCase, id: null, documents: [], replies: [] }));
  workspace.runs = runs;
  const log = new DayLog(print);
  for (const { at, campaignTasks: due, independent, jointActs: joint } of scheduleOf(
    runs,
    tasks,
    campaign.policy.year,
  )) {
    signal.throwIfAborted();
    log.begin(localDateOf(at));
    await clock.advanceTo(at);
    for (const { zh, topic, perform } of due) {
      await perform(workspace).catch((error) => workspace.checkLog.fail(topic, zh, labelsOf(error)));
      log.note(zh);
    }
    await pMap(
      independent,
      async ({ run, steps }) => {
        for (const step of steps) {
          signal.throwIfAborted();
          const reply = await stepRunner.perform(run, step).catch(brokenOff);
          run.replies.push(reply);
          log.count(step, reply);
        }
      },
      { concurrency: atOnce },
    );
    for (const [kind, caseSteps] of joint) {
      signal.throwIfAborted();
      const replies = await jointActs[kind](workspace, caseSteps).catch((error) =>
        caseSteps.map(() => brokenOff(error)),
      );
      for (const [index, { run, step }] of caseSteps.entries()) {
        const reply = replies[index] ?? brokenOff('no answer');
        run.replies.push(reply);
        log.count(step, reply);
      }
    }
  }
  log.end();
  await clock.advanceTo(until);
  return runs;
}

/** A failed request becomes a reply that no plan expects, and the others continue. */
function brokenOff(error: unknown): Reply {
  return { status: 0, body: { code: 'broken_off', detail: labelsOf(error) } };
}

function labelsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
