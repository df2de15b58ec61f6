import type { Instant } from '../rules/calendar/instant.js';
import type { Policy } from '../rules/policy/policy.js';
import type { Database } from './database.js';
import { instantFrom } from './instants.js';

/** One policy a campaign has had: from when, by whom and why. */
export interface PolicyVersion {
  readonly version: number;
  readonly at: Instant;
  readonly by: { readonly personId: string; readonly name: string | null };
  readonly reason: string;
  readonly policy: Policy;
}

/** Every version, the latest first. */
export async function policyVersions(database: Database, campaignId: string): Promise<readonly PolicyVersion[]> {
  const rows = await database.policyVersion.findMany({ where: { campaignId }, orderBy: { version: 'desc' } });
  const ids = [...new Set(rows.map(({ changedBy }) => changedBy))];
  const people = await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ version, changedAt, changedBy, reason, policy }) => ({
    version,
    at: instantFrom(changedAt),
    by: { personId: changedBy, name: names.get(changedBy) ?? null },
    reason,
    policy: policy as unknown as Policy,
  }));
}

/** One version. @throws when there is none */
export async function policyVersion(
  database: Database,
  { campaignId, version }: { readonly campaignId: string; readonly version: number },
): Promise<Policy> {
  const where = { campaignId_version: { campaignId, version } };
  const row = await database.policyVersion.findUniqueOrThrow({ where, select: { policy: true } });
  return row.policy as unknown as Policy;
}
