import type { Connection } from '@temporalio/client';

/** Whether the API reports that it is ready. */
export async function isApiReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}

interface Poll {
  readonly namespace: string;
  readonly taskQueue: string;
  readonly since: number;
  /** of this process; absent: of any */
  readonly pid?: number;
}

/** Whether a worker polls this task queue that has done so since `since` (milliseconds). */
export async function isWorkerPolling(
  connection: Connection,
  { namespace, taskQueue, since, pid }: Poll,
): Promise<boolean> {
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
    });
    // Pollers of a crashed worker stay on the list for minutes.
    return (pollers ?? []).some(
      ({ lastAccessTime, identity }) =>
        Number(lastAccessTime?.seconds ?? 0) * 1000 >= since - 1000 &&
        (pid === undefined || identity?.startsWith(`${pid}@`)),
    );
  } catch {
    return false;
  }
}
