import type { Calendar } from '../../rules/calendar/calendar.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Policy } from '../../rules/policy/policy.js';
import type { Pinned } from '../application/pinnedPolicy.js';
import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** One version of a campaign's policy: from when, by whom and why. */
export interface PolicyVersion {
  readonly version: number;
  readonly at: Instant;
  readonly by: { readonly personId: string; readonly name: string | null };
  readonly reason: string;
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** Every version, the latest first. */
export async function policyVersions(database: Database, campaignId: string): Promise<readonly PolicyVersion[]> {
  const rows = await database.policyVersion.findMany({ where: { campaignId }, orderBy: { version: 'desc' } });
  const ids = [...new Set(rows.map(({ changedBy }) => changedBy))];
  const people = await database.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ version, changedAt, changedBy, reason, policy, calendar }) => ({
    version,
    at: instantFrom(changedAt),
    by: { personId: changedBy, name: names.get(changedBy) ?? null },
    reason,
    policy: policy as unknown as Policy,
    calendar: calendar as unknown as Calendar,
  }));
}

/** One version, with its calendar, or null. */
export async function findPolicyVersion(
  database: Database,
  { campaignId, version }: { readonly campaignId: string; readonly version: number },
): Promise<Pinned | null> {
  const where = { campaignId_version: { campaignId, version } };
  const row = await database.policyVersion.findUnique({ where, select: { policy: true, calendar: true } });
  return row as unknown as Pinned | null;
}
