import type { Client } from '@temporalio/client';
import { taskQueue } from '../workflows/application/messages.js';
import { retention, retentionWorkflowId } from '../workflows/retention/retention.js';

/** Starts the daily erasure, unless it runs already. */
export async function startRetention(client: Client): Promise<void> {
  await client.workflow.start(retention, {
    workflowId: retentionWorkflowId,
    taskQueue,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
