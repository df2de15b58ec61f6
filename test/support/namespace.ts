import { randomBytes } from 'node:crypto';
import type { Connection } from '@temporalio/client';
import { openConnection } from '../../config/openConnection.js';
import { until } from '../../ops/process/ports.js';
import { addSearchAttributes } from '../../ops/servers/searchAttributes.js';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';
import { testServices } from './services.js';

/** Registers a namespace for one suite on the shared Temporal server, so that its task queues are its own. */
export async function createNamespace(name: string): Promise<{ readonly address: string; readonly namespace: string }> {
  const { temporalAddress: address } = testServices;
  const namespace = `${name}-${randomBytes(4).toString('hex')}`;
  const connection = await openConnection({ address });
  try {
    const workflowExecutionRetentionPeriod = { seconds: 86_400 as unknown as Long };
    await connection.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod });
    await until(() => isKnown(connection, namespace), { timeoutMs: 30_000 });
    await addSearchAttributes(connection, Object.values(searchAttributes), namespace);
    return { address, namespace };
  } finally {
    await connection.close();
  }
}

async function isKnown(connection: Connection, namespace: string): Promise<boolean> {
  try {
    await connection.workflowService.listWorkflowExecutions({ namespace });
    return true;
  } catch {
    return false;
  }
}
