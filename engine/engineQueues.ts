import type { Client } from '@temporalio/client';
import type { Instant } from '../rules/calendar/instant.js';
import { mailTaskQueue, taskQueue } from '../workflows/application/messages.js';

export const queueKinds = ['workflow', 'activity'] as const;
type QueueKind = (typeof queueKinds)[number];

/** The workers that poll a task queue, by the engine's clock. */
export interface Queue {
  readonly name: string;
  readonly kind: QueueKind;
  /** Workers that polled within the last two minutes. */
  readonly workers: number;
  readonly lastSeen: Instant | null;
}

const kinds = { workflow: 1, activity: 2 } as const;
// A poll lasts a minute, and the server remembers a worker for some minutes after it has gone.
const recent = 2 * 60_000;

/** Every task queue of the product. @throws when the engine does not answer */
export async function queuesOf(client: Client): Promise<readonly Queue[]> {
  const queues = [
    [taskQueue, 'workflow'],
    [taskQueue, 'activity'],
    [mailTaskQueue, 'activity'],
  ] as const;
  return await Promise.all(
    queues.map(async ([name, kind]) => {
      const { pollers } = await client.workflowService.describeTaskQueue({
        namespace: client.options.namespace,
        taskQueue: { name },
        taskQueueType: kinds[kind],
      });
      const seen = (pollers ?? []).map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000);
      const workers = seen.filter((at) => at > Date.now() - recent).length;
      return { name, kind, workers, lastSeen: seen.length ? Math.max(...seen) : null };
    }),
  );
}
