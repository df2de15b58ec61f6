import { until } from '../../../ops/process/ports.js';
import type { World } from '../world.js';
import type { Finding } from './finding.js';

/** Waits until every registered act has an outcome and no step waits for an operator, as it should come to by itself. */
export async function settled({ stack: { db } }: World, timeoutMs: number): Promise<void> {
  const isSettled = async () => {
    const unfinished = await db.intake.count({ where: { outcome: null } });
    return unfinished === 0 && (await db.application.count({ where: { needsAttention: true } })) === 0;
  };
  await until(() => isSettled().catch(() => false), { timeoutMs, everyMs: 500 });
}

/** Nobody has to repair anything. */
export async function checkRepairs({ stack: { db, client } }: World): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const unfinished = await db.intake.findMany({ where: { outcome: null } });
  for (const { applicationId, key } of unfinished) {
    findings.push({ rule: 'repair', text: `${applicationId} ${key}: registered, and without an outcome` });
  }
  for (const { id } of await db.application.findMany({ where: { needsAttention: true } })) {
    findings.push({ rule: 'repair', text: `${id}: waits for an operator` });
  }
  for (const { subject, fault } of await db.recordCheck.findMany()) {
    if (fault !== null) findings.push({ rule: 'record', text: `${subject}: does not hold: ${JSON.stringify(fault)}` });
  }
  // Workflows park on what they cannot do; one that failed was forged, or is broken.
  for await (const { workflowId } of client.workflow.list({ query: "ExecutionStatus = 'Failed'" })) {
    findings.push({ rule: 'repair', text: `${workflowId}: its workflow failed` });
  }
  return findings;
}
