import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { ApplicationActivities } from '../activities/applicationActivities.js';
import { ROOT, readEnvironment } from '../config/environment.js';
import { endOnSignal } from '../ops/process/endOnSignal.js';
import { startTimeSkipping } from '../ops/servers/timeSkipping.js';
import { setup } from '../ops/setup/setup.js';
import { workflowBundle } from '../worker/workflowBundle.js';
import { taskQueue } from '../workflows/application/messages.js';
import { searchAttributes } from '../workflows/application/searchAttributes.js';
import { calendar, lifecycleCases, policy } from './histories/lifecycles.js';
import { campaignActivities, liveCampaign } from './histories/liveCampaign.js';
import { type KeptHistory, liveThrough } from './histories/runLifecycle.js';

const folder = path.join(ROOT, 'test', 'unit', 'workflows', 'histories');
/** Histories of workflows that began under earlier code and may still run: never written again. */
const kept = 'earlier-';
const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };

/** Effects without an effect: a history holds what the workflow asked for, and a replay asks nobody. */
const activities: ApplicationActivities = {
  recordTransitions: async () => undefined,
  recordDeadline: async () => ({ acts: [] }),
  transitionsAfter: async () => [],
  pendingActs: async () => [],
  recordReminder: async () => undefined,
  refusePendingAct: async () => undefined,
  setAttention: async () => undefined,
  policyVersion: async () => policy,
  pinnedVersion: async () => ({ policy, calendar }),
  retryMail: async () => undefined,
  skipMail: async () => undefined,
};

/** Lives every life, or the one that is named, in an engine of its own whose clock jumps. */
async function live(only: string | undefined): Promise<KeptHistory[]> {
  const isRequested = (name: string) => only === undefined || only === name;
  const bundle = await workflowBundle(path.join(readEnvironment().dataDir, 'bundle'), silent);
  const environment = await startTimeSkipping(Object.values(searchAttributes), console.log);
  try {
    const { nativeConnection: connection, namespace = 'default' } = environment;
    const worker = await Worker.create({
      connection,
      namespace,
      taskQueue,
      workflowBundle: bundle,
      activities: { ...activities, ...campaignActivities },
    });
    return await worker.runUntil(async () => {
      const kept: KeptHistory[] = [];
      for (const state of lifecycleCases)
        if (isRequested(state.name)) kept.push(...(await liveThrough(environment, state)));
      if (isRequested('campaign')) kept.push(...(await liveCampaign(environment)));
      return kept;
    });
  } finally {
    await environment.teardown();
  }
}

/** Writes `test/histories` anew, or one life of it: what a workflow of today leaves behind, for every later one to replay. */
async function writeHistories(only: string | undefined): Promise<void> {
  const lived = await live(only);
  if (lived.length === 0) throw new Error(`nobody lives a life called ${only}`);
  const old = (await readdir(folder)).filter((name) => name.endsWith('.json.gz') && !name.startsWith(kept));
  for (const name of only === undefined ? old : []) await rm(path.join(folder, name));
  for (const { name, history, events } of lived) {
    const packed = gzipSync(history, { level: 9 });
    await writeFile(path.join(folder, `${name}.json.gz`), packed);
    console.log(`${name}: ${events} events, ${Math.round(packed.length / 1000)} kB`);
  }
}

const end = endOnSignal(() => {});
Runtime.install({ logger: new DefaultLogger('ERROR') });
try {
  await setup({ need: ['prisma', 'timeSkipping'], print: console.log });
  await writeHistories(process.argv[2]);
  await end(0);
} catch (error) {
  console.error(error);
  await end(1);
}
