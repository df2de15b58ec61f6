import { setTimeout as sleep } from 'node:timers/promises';
import type { NativeConnection } from '@temporalio/worker';

/** Something that works until it is stopped. */
interface Stoppable {
  stop(): Promise<void>;
}

/** Between two questions, in ms. */
const every = 5_000;

/**
 * Starts the parts of a worker that start workflows on their own once its version is current: until then new workflows may go
 * to an older version, which may not know their kind. Without a version: at once.
 */
export function whenCurrent(
  { workflowService }: Pick<NativeConnection, 'workflowService'>,
  of: { readonly namespace: string; readonly version?: { readonly deploymentName: string; readonly buildId: string } },
  start: () => readonly Stoppable[],
): Stoppable {
  const { namespace, version } = of;
  const ending = new AbortController();
  const isCurrent = async () => {
    if (!version) return true;
    const { workerDeploymentInfo: known } = await workflowService.describeWorkerDeployment({
      namespace,
      deploymentName: version.deploymentName,
    });
    return known?.routingConfig?.currentDeploymentVersion?.buildId === version.buildId;
  };
  const started = (async () => {
    // A server that does not answer, or does not know the deployment yet, is asked again.
    while (!(await isCurrent().catch(() => false))) {
      await sleep(every, undefined, { signal: ending.signal }).catch(() => undefined);
      if (ending.signal.aborted) return [];
    }
    return ending.signal.aborted ? [] : start();
  })();
  return {
    async stop() {
      ending.abort();
      await Promise.all((await started).map((one) => one.stop()));
    },
  };
}
