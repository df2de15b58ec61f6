import { recordFault } from '../../../records/proof/recordFault.js';
import type { Environment } from '../environment/environment.js';
import type { Checked } from './checkAll.js';
import type { Observation } from './observation.js';

/** The record of every application, and of their campaign, holds by its own checks. */
export async function recordHolds(
  { db }: Pick<Environment, 'db'>,
  observations: readonly Observation[],
): Promise<Checked> {
  const campaigns = [...new Set(observations.map(({ application }) => application.campaignId))];
  const records = [
    ...campaigns.map((id) => ({ kind: 'campaign', id, name: id }) as const),
    ...observations.map(({ id, run }) => ({ kind: 'application', id, name: run.testCase.name }) as const),
    { kind: 'sanctions', id: 'all', name: 'sanctions' } as const,
  ];
  const findings = [];
  for (const { kind, id, name } of records) {
    const fault = await recordFault(db, kind, id);
    if (fault) findings.push({ name, id, what: `${fault.what}: ${fault.at}` });
  }
  return { zh: '记录核验一致', en: 'every record holds by its own checks', findings };
}
