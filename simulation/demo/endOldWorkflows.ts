import type { Client } from '@temporalio/client';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';

/**
 * Terminates the workflows of a demo campaign whose database is gone: they would keep calling activities for
 * applications that no longer exist.
 *
 * @returns how many were terminated
 */
export async function endOldWorkflows(client: Client, campaignId: string): Promise<number> {
  const query = `${searchAttributes.campaign.name} = '${campaignId}' AND ExecutionStatus = 'Running'`;
  let ended = 0;
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    await client.workflow.getHandle(workflowId, runId).terminate('数据库已不存在 / its database is no more');
    ended += 1;
  }
  return ended;
}
