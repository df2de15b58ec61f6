import type { EventName, Role } from '../../rules/application/lifecycle.js';
import type { Instant } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { instantFrom } from '../timestamps.js';

/** What happened, by which role, when: enough for a person whose page is out of date. */
export interface EventSummary {
  readonly seq: number;
  readonly event: EventName;
  readonly role: Role;
  readonly at: Instant;
}

/** The latest events after a seq, oldest first. */
export async function eventsSince(
  database: Database,
  { applicationId, seq, limit }: { readonly applicationId: string; readonly seq: number; readonly limit: number },
): Promise<readonly EventSummary[]> {
  const rows = await database.event.findMany({
    where: { applicationId, seq: { gt: seq } },
    orderBy: { seq: 'desc' },
    take: limit,
    select: { seq: true, event: true, actorRole: true, at: true },
  });
  return rows
    .map((row) => ({
      seq: row.seq,
      event: row.event as EventName,
      role: row.actorRole as Role,
      at: instantFrom(row.at),
    }))
    .reverse();
}
