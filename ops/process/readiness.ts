import type { Connection } from '@temporalio/client';

/** Whether the API says that it can serve. */
export async function isApiReady(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}

/** Whether a worker that has asked for work since `since` (milliseconds) waits at this task queue. */
export async function isWorkerPolling(
  connection: Connection,
  { namespace, taskQueue, since }: { readonly namespace: string; readonly taskQueue: string; readonly since: number },
): Promise<boolean> {
  try {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: taskQueue },
    });
    // Pollers of a worker that has crashed stay on the list for minutes.
    return (pollers ?? []).some(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1000 >= since - 1000);
  } catch {
    return false;
  }
}
