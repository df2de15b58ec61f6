import type { LocalDate } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import { noteSanction } from '../proof/noteRow.js';

/** Nobody under sanction may apply: a person for years, a unit for years (通知 三（一）, 附件3). */
export type Sanction = {
  /** The decision it rests on. */
  readonly basis: string;
  readonly decidedOn: LocalDate;
  readonly clause: string;
  /** The last day of the term. */
  readonly expiresOn: LocalDate;
} & ({ readonly subject: 'person'; readonly personId: string } | { readonly subject: 'unit'; readonly unitId: string });

/** Enters a sanction that was decided elsewhere and is in force. */
export async function addSanction(database: Database, sanction: Sanction): Promise<void> {
  const dates = { decidedOn: dateOf(sanction.decidedOn), expiresOn: dateOf(sanction.expiresOn) };
  await database.$transaction(async (transaction) => {
    const { id } = await transaction.sanction.create({ data: { ...sanction, ...dates }, select: { id: true } });
    await noteSanction(transaction, id);
  });
}

/** A day as the client passes it to a DATE column: midnight in UTC. */
function dateOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
