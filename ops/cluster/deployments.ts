import { type Connection, isGrpcServiceError } from '@temporalio/client';

/** The worker deployment of the product: all versions of its workers. */
export const deploymentName = 'pingshen';

/** One version of the workers, as the server knows it. */
export interface KnownVersion {
  readonly buildId: string;
  /** whether workflows still run on it */
  readonly draining: boolean;
}

/** Where workflows begin. */
export interface Routing {
  readonly current: string | null;
  readonly ramping: { readonly buildId: string; readonly percentage: number } | null;
  /** the newest first */
  readonly versions: readonly KnownVersion[];
}

const NOT_FOUND = 5;
const DRAINING = 1;
const identity = 'pingshen ops';

/** Moves workflows from one version of the workers to another. */
export function deploymentsOf({ workflowService }: Connection, namespace: string) {
  const same = { namespace, deploymentName, identity };
  const deployments = {
    async routing(): Promise<Routing> {
      const { workerDeploymentInfo: info } = await workflowService.describeWorkerDeployment(same).catch(unlessUnknown);
      const { currentDeploymentVersion, rampingDeploymentVersion, rampingVersionPercentage } =
        info?.routingConfig ?? {};
      const ramping = rampingDeploymentVersion?.buildId;
      return {
        current: currentDeploymentVersion?.buildId || null,
        ramping: ramping ? { buildId: ramping, percentage: rampingVersionPercentage ?? 0 } : null,
        versions: (info?.versionSummaries ?? [])
          .toSorted((one, other) => Number(other.createTime?.seconds) - Number(one.createTime?.seconds))
          .map(({ deploymentVersion, drainageInfo }) => ({
            buildId: deploymentVersion?.buildId ?? '',
            draining: drainageInfo?.status === DRAINING,
          })),
      };
    },
    /** Every workflow begins on this version from now on, and each goes on with it after its next change of status. */
    async makeCurrent(buildId: string): Promise<void> {
      await workflowService.setWorkerDeploymentCurrentVersion({ ...same, buildId });
    },
    /** So many percent of the workflows, chosen by their ids, do so. 0: none any more. */
    async ramp(buildId: string, percentage: number): Promise<void> {
      await workflowService.setWorkerDeploymentRampingVersion(
        percentage === 0 ? same : { ...same, buildId, percentage },
      );
    },
    /**
     * Nothing begins on the version that is ramped any more; where none is, the version made before the current one becomes
     * current again. @throws Error when there is none
     */
    async rollBack(): Promise<void> {
      const { current, ramping, versions } = await deployments.routing();
      if (ramping) return await deployments.ramp(ramping.buildId, 0);
      const place = versions.findIndex(({ buildId }) => buildId === current);
      const earlier = place < 0 ? undefined : versions[place + 1];
      if (!earlier) throw new Error('没有较早的版本 / there is no earlier version');
      await deployments.makeCurrent(earlier.buildId);
    },
  };
  return deployments;
}
export type Deployments = ReturnType<typeof deploymentsOf>;

function unlessUnknown(error: unknown): { readonly workerDeploymentInfo?: null } {
  if (isGrpcServiceError(error) && error.code === NOT_FOUND) return {};
  throw error;
}

/** Makes the newest version current where none is: without one, versioned workers get nothing to do. */
export async function makeFirstCurrent({ routing, makeCurrent }: Deployments): Promise<void> {
  const { current, versions } = await routing();
  const [newest] = versions;
  if (current === null && newest) await makeCurrent(newest.buildId);
}
