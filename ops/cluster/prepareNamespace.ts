import { type Connection, isGrpcServiceError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { until } from '../process/ports.js';
import { addSearchAttributes, type SearchAttribute } from '../servers/searchAttributes.js';

const NOT_FOUND = 5;
/** How long the engine keeps the history of what has ended: long enough to look into it after a weekend. */
const usuallyKept = 4 * 86_400_000;

/**
 * Makes the namespace with its retention and search attributes, or brings it to them. Doing it again changes nothing.
 * `keptMs`: how long what has ended is kept, which is an hour at least; default: four days.
 */
export async function prepareNamespace(
  connection: Connection,
  namespace: string,
  attributes: readonly SearchAttribute[],
  keptMs = usuallyKept,
): Promise<void> {
  const kept = msToTs(keptMs);
  const service = connection.workflowService;
  const found = await service.describeNamespace({ namespace }).catch((error: unknown) => {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return null;
    throw error;
  });
  if (found === null) await service.registerNamespace({ namespace, workflowExecutionRetentionPeriod: kept });
  else if (Number(found.config?.workflowExecutionRetentionTtl?.seconds) !== Number(kept.seconds)) {
    await service.updateNamespace({ namespace, config: { workflowExecutionRetentionTtl: kept } });
  }
  // Each service of the server reads namespaces once in a while.
  const isKnown = () =>
    service.countWorkflowExecutions({ namespace }).then(
      () => true,
      () => false,
    );
  if (!(await until(isKnown, { timeoutMs: 60_000, everyMs: 250 })))
    throw new Error(`Temporal 没有命名空间 / has no namespace ${namespace}`);
  await addSearchAttributes(connection, attributes, namespace);
}
