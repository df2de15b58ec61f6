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
import { calendar, historyCases, policy } from './histories/historyCases.js';
import { keep, recordedAs } from './histories/keptRecord.js';
import { campaignActivities, recordCampaignHistory } from './histories/recordCampaignHistory.js';
import { type RecordedHistory, recordHistory } from './histories/recordHistory.js';

const folder = path.join(ROOT, 'test', 'integration', 'workflows', 'histories');
const nothing = () => undefined;
const silent = { info: nothing, warn: nothing, error: nothing };

/** Activities that write nothing: a history holds what the workflow requested, and a replay runs no activity. */
const activities: ApplicationActivities = {
  recordedApplication: async ({ applicationId }) => recordedAs(applicationId),
  recordTransition: async ({ applicationId, transition }) => keep(applicationId, transition),
  recordDeadline: async ({ applicationId, transition }) => {
    keep(applicationId, transition);
    return { acts: [] };
  },
  transitionsAfter: async () => [],
  recordReminder: async () => undefined,
  refusePendingAct: async () => undefined,
  setAttention: async () => undefined,
  pinnedVersion: async ({ version }) => ({ policy: { ...policy, version }, calendar }),
};

/** Plays every case, or the one that is named, in a time-skipping server of its own. */
async function record(only: string | undefined): Promise<RecordedHistory[]> {
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
      const histories: RecordedHistory[] = [];
      for (const historyCase of historyCases)
        if (isRequested(historyCase.name)) histories.push(...(await recordHistory(environment, historyCase)));
      if (isRequested('campaign')) histories.push(...(await recordCampaignHistory(environment)));
      return histories;
    });
  } finally {
    await environment.teardown();
  }
}

/** Records the histories of the replay test anew, or one of them, with the workflows as they are now. */
async function writeHistories(only: string | undefined): Promise<void> {
  const histories = await record(only);
  if (histories.length === 0) throw new Error(`there is no case called ${only}`);
  const old = (await readdir(folder)).filter((name) => name.endsWith('.json.gz'));
  for (const name of only === undefined ? old : []) await rm(path.join(folder, name));
  for (const { name, history, events } of histories) {
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
