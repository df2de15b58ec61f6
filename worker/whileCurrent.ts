import { setTimeout as sleep } from 'node:timers/promises';
import type { NativeConnection } from '@temporalio/worker';

/** Something that works until it is stopped. */
interface Stoppable {
  stop(): Promise<void>;
}

/** Between two questions, in ms. */
const every = 5_000;

/**
 * Runs the parts of a worker that start workflows on their own while its version is current: before, and after a rollback, new
 * workflows go to another version, which may not know their kind. A server that does not answer changes nothing. Without a
 * version: from the start to the end.
 */
export function whileCurrent(
  { workflowService }: Pick<NativeConnection, 'workflowService'>,
  of: { readonly namespace: string; readonly version?: { readonly deploymentName: string; readonly buildId: string } },
  start: () => readonly Stoppable[],
  { interval = every }: { readonly interval?: number } = {},
): Stoppable {
  const { namespace, version } = of;
  const ending = new AbortController();
  const { signal } = ending;
  let running: readonly Stoppable[] = [];
  const stopAll = async () => {
    const ended = running;
    running = [];
    await Promise.all(ended.map((one) => one.stop()));
  };
  const isCurrent = async () => {
    if (!version) return true;
    const { deploymentName, buildId } = version;
    const { workerDeploymentInfo: known } = await workflowService.describeWorkerDeployment({
      namespace,
      deploymentName,
    });
    return known?.routingConfig?.currentDeploymentVersion?.buildId === buildId;
  };
  const watch = async () => {
    while (!signal.aborted) {
      const current = await isCurrent().catch(() => running.length > 0);
      if (current && running.length === 0 && !signal.aborted) running = start();
      if (!current) await stopAll();
      if (!version) return;
      await sleep(interval, undefined, { signal }).catch(() => undefined);
    }
  };
  const watching = watch();
  return {
    async stop() {
      ending.abort();
      await watching;
      await stopAll();
    },
  };
}
