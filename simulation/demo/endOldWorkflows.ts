import type { Client } from '@temporalio/client';
import { searchAttributes } from '../../workflows/application/searchAttributes.js';

/**
 * Ends the workflows of a demo campaign whose database is no more: they would go on calling for applications that
 * nobody knows. Returns how many.
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
