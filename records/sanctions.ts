import type { LocalDate } from '../rules/instant.js';
import type { Database } from './database.js';

/** Nobody under sanction may apply: a person for years, a unit for years (通知 三（一）, 附件3). */
export type Sanction = {
  /** The decision it rests on. */
  readonly basis: string;
  readonly decidedOn: LocalDate;
  readonly clause: string;
  /** The last day it stands. */
  readonly expiresOn: LocalDate;
} & ({ readonly subject: 'person'; readonly personId: string } | { readonly subject: 'unit'; readonly unitId: string });

/** Notes a sanction. */
export async function addSanction(database: Database, sanction: Sanction): Promise<void> {
  const dates = { decidedOn: dateOf(sanction.decidedOn), expiresOn: dateOf(sanction.expiresOn) };
  await database.sanction.create({ data: { ...sanction, ...dates } });
}

/** The last day on which a sanction of this person or this unit stands, or null when none does on that day. */
export async function sanctionedUntil(
  database: Database,
  { personId, unitId, on }: { readonly personId: string; readonly unitId: string; readonly on: LocalDate },
): Promise<LocalDate | null> {
  const longest = await database.sanction.findFirst({
    where: { OR: [{ personId }, { unitId }], decidedOn: { lte: dateOf(on) }, expiresOn: { gte: dateOf(on) } },
    orderBy: { expiresOn: 'desc' },
  });
  return longest?.expiresOn.toISOString().slice(0, 10) ?? null;
}

/** A day as a DATE column takes it: midnight in UTC. */
function dateOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
