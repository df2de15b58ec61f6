import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import pMap from 'p-map';
import { temporalEngine } from '../../engine/engine.js';
import { startCampaign } from '../../engine/startCampaign.js';
import type { Application } from '../../records/application/applicationRow.js';
import { firstRunningApplication, runningApplications } from '../../records/application/runningApplications.js';
import { runningCampaigns } from '../../records/campaign/campaignState.js';
import type { Database } from '../../records/database.js';
import { workflowIdOf } from '../../workflows/application/messages.js';
import type { Print } from '../process/progress.js';
import { startFromRecord } from './startFromRecord.js';

const page = 200;

/**
 * When the engine has lost its data (its file was deleted, or another server is used), starts the workflow of every running
 * application from the record. Each continues after its last event, and acts registered since are dispatched as usual.
 * The first application shows whether this is needed and is restored last, so that an interrupted restoration is
 * continued at the next start. Ended applications need no workflow.
 *
 * @returns how many were restored
 */
export async function restoreWorkflows(
  { db, client, publicUrl }: { readonly db: Database; readonly client: Client; readonly publicUrl: string },
  print: Print,
): Promise<number> {
  const first = await firstRunningApplication(db);
  if (first === null || (await isThere(client, first.id))) return 0;
  print('Temporal 中没有正在办理的申报，按数据库记录恢复… / Temporal has lost the running applications, restoring…');
  const engine = temporalEngine(client, { publicUrl });
  const restore = (application: Application) => startFromRecord({ db, engine, now: Date.now() }, application);
  let restored = 0;
  for (let before: string | undefined; ; ) {
    const applications = await runningApplications(db, { limit: page, ...(before ? { before } : {}) });
    const others = applications.filter(({ id }) => id !== first.id);
    await pMap(others, restore, { concurrency: 16 });
    restored += applications.length;
    before = applications.at(-1)?.id;
    if (applications.length < page) break;
  }
  const clock = Date.now;
  for (const id of await runningCampaigns(db)) await startCampaign({ db, engine, clock, clockOffset: 0 }, id);
  await restore(first);
  print(`已恢复${restored}份申报 / restored ${restored} applications`);
  return restored;
}

async function isThere(client: Client, applicationId: string): Promise<boolean> {
  try {
    await client.workflow.getHandle(workflowIdOf(applicationId)).describe();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
