import { setTimeout as sleep } from 'node:timers/promises';
import type { Print } from '../../ops/process/progress.js';
import { readBacklog } from '../../records/operations/backlog.js';
import { prepareCampaign } from './committee/announceCampaign.js';
import { CheckLog } from './committee/checkLog.js';
import { hearAlone } from './committee/hearAlone.js';
import type { Workspace } from './committee/workspace.js';
import { ApiClients } from './environment/apiClients.js';
import { Authenticators } from './environment/authenticators.js';
import type { Environment } from './environment/environment.js';
import { createAccounts, emails, seedDirectory } from './environment/seedDirectory.js';
import { runPlans } from './runPlans.js';
import type { Scenario } from './scenario.js';
import { type CaseRun, StepRunner } from './stepRunner.js';

/** The result of a rehearsal, before it is checked. */
export interface RehearsalResult {
  readonly scenario: Scenario;
  /** Every application, in the scenario's order. */
  readonly runs: readonly CaseRun[];
  /** The checks of the campaign's tasks. */
  readonly checkLog: CheckLog;
  /** Whether no act and no letter was pending at the end. */
  readonly idle: boolean;
}

/** Runs the whole campaign in an environment. An aborted `signal` stops it between two acts. */
export async function rehearse(
  environment: Environment,
  scenario: Scenario,
  { print, signal: asked }: { readonly print: Print; readonly signal: AbortSignal },
): Promise<RehearsalResult> {
  const signal = AbortSignal.any([asked, environment.broken]);
  signal.throwIfAborted();
  const { clock, url, bankSecret } = environment;
  const authenticators = new Authenticators(environment);
  const clients = new ApiClients(url, authenticators);
  const { policy } = scenario.campaign;
  await seedDirectory(environment, authenticators, scenario.units);
  await prepareCampaign(clients.person(emails.operator), policy);
  await createAccounts(environment, authenticators, scenario);
  const stepRunner = new StepRunner(clients, { url, secret: bankSecret }, hearAlone(environment.db, policy));
  const workspace = workspaceFor(environment, scenario, clients);
  const runs = await runPlans({ scenario, stepRunner, workspace, clock, print, signal });
  return { scenario, runs, checkLog: workspace.checkLog, idle: await waitUntilIdle(environment, signal) };
}

function workspaceFor({ clock, url }: Environment, scenario: Scenario, clients: ApiClients): Workspace {
  const { units, committees, expected } = scenario;
  const { policy } = scenario.campaign;
  return {
    url,
    clients,
    clock,
    policy,
    campaign: `/api/campaigns/${policy.id}`,
    units,
    committees,
    expected,
    checkLog: new CheckLog(),
    runs: [],
    seated: new Map(),
    session: null,
    meetings: 0,
  };
}

const longestWait = 60_000;

/** Waits until no act and no letter is pending. Returns false after a minute. */
async function waitUntilIdle({ db, clock }: Environment, signal: AbortSignal): Promise<boolean> {
  for (const end = performance.now() + longestWait; performance.now() < end; ) {
    signal.throwIfAborted();
    const { intake_unfinished, outbox_pending } = await readBacklog(db, clock.now());
    if (intake_unfinished === 0 && outbox_pending === 0) return true;
    await sleep(100);
  }
  return false;
}
