import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { createDataConverter } from '../../config/payloadCodec.js';
import { temporalEngine } from '../../engine/engine.js';
import { openPolicy } from '../../simulation/hurried/campaign.js';
import { defaultCachedWorkflows } from '../../worker/startWorkers.js';
import { openBareEngine } from '../bare/bareEngine.js';
import { bareTaskQueue } from '../bare/bareMessages.js';
import { openStack, type Stack } from '../stack/stack.js';
import { calendar } from './calendar.js';
import type { DeadlineLoad } from './deadlineLoad.js';
import { startDraft } from './dueDrafts.js';
import type { Place } from './inReview.js';

const lateness = (table: string) =>
  `SELECT extract(epoch FROM recorded_at - at)::float8 * 1000 AS late FROM ${table} WHERE at = $1`;

/** Of which campaign, unit and department they are. */
export const deadlinePlace: Place = { policy: openPolicy, calendar, unitId: 'unit-0', departmentId: 'department-0' };

/** Drafts of the product whose filing ends at the due instant, imported with a past. */
export const openApplications = (): Promise<DeadlineLoad> => openApplicationsOn('embedded', 'whole stack');

/** The same on the servers and processes of a cluster. */
export const openOnCluster = (): Promise<DeadlineLoad> => openApplicationsOn('cluster', 'whole stack, cluster');

const openApplicationsOn = async (on: 'embedded' | 'cluster', name: DeadlineLoad['name']): Promise<DeadlineLoad> =>
  applicationsOn(await openStack(on), name);

/** The same on a stack that runs. Closing it closes the stack. */
export function applicationsOn(
  { database, connection, secrets, publicUrl, worker, conditions, close }: Stack,
  name: DeadlineLoad['name'],
): DeadlineLoad {
  const client = new Client({ connection, dataConverter: createDataConverter(secrets.payload) });
  const engine = temporalEngine(client, { publicUrl });
  return {
    name,
    conditions,
    workerPid: worker.pid,
    workflows: client.workflow,
    start: async (due) => (await startDraft({ database, engine }, deadlinePlace, due)).number,
    async lateness(due) {
      const { rows } = await database.pool.query<{ late: number }>(lateness('events'), [new Date(due)]);
      return rows.map(({ late }) => late);
    },
    close,
  };
}

/** Bare workflows that sleep until the due instant and then write one projection. */
export function openBareDeadlines(): Promise<DeadlineLoad> {
  return openBare('bare engine');
}

/** The same with a worker that keeps no more of them in memory than the product's does. */
export function openBoundedDeadlines(): Promise<DeadlineLoad> {
  return openBare('bare engine, memory bounded alike', defaultCachedWorkflows);
}

async function openBare(name: DeadlineLoad['name'], cached?: number): Promise<DeadlineLoad> {
  const { client, pool, worker, conditions, close } = await openBareEngine(cached === undefined ? {} : { cached });
  return {
    name,
    conditions,
    workerPid: worker.pid,
    workflows: client.workflow,
    async start(due) {
      const id = randomUUID();
      const workflowId = `deadline-${id}`;
      await client.workflow.start('bareDeadline', { workflowId, taskQueue: bareTaskQueue, args: [{ id, due }] });
      return workflowId;
    },
    async lateness(due) {
      const { rows } = await pool.query<{ late: number }>(lateness('bare_events'), [new Date(due)]);
      return rows.map(({ late }) => late);
    },
    close,
  };
}
