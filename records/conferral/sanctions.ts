import type { LocalDate } from '../../rules/calendar/instant.js';
import { barringStates } from '../../rules/sanctions/sanctionLaw.js';
import type { Database } from '../database.js';

/** Nobody under sanction may apply: a person for years, a unit for years (通知 三（一）, 附件3). */
export type Sanction = {
  /** The decision it rests on. */
  readonly basis: string;
  readonly decidedOn: LocalDate;
  readonly clause: string;
  /** The last day it stands. */
  readonly expiresOn: LocalDate;
} & ({ readonly subject: 'person'; readonly personId: string } | { readonly subject: 'unit'; readonly unitId: string });

/** Notes a sanction that was decided elsewhere and stands. */
export async function addSanction(database: Database, sanction: Sanction): Promise<void> {
  const dates = { decidedOn: dateOf(sanction.decidedOn), expiresOn: dateOf(sanction.expiresOn) };
  await database.sanction.create({ data: { ...sanction, ...dates } });
}

/** The last day on which a sanction of this person or this unit stands, or null when none does on that day. */
export async function sanctionedUntil(
  database: Database,
  { personId, unitId, on }: { readonly personId: string; readonly unitId: string; readonly on: LocalDate },
): Promise<LocalDate | null> {
  const { rows } = await database.pool.query<{ until: LocalDate | null }>({
    name: 'sanctioned_until',
    text: `SELECT max(expires_on)::text AS until FROM sanctions
           WHERE (person_id = $1 OR unit_id = $2) AND state = ANY ($3::text[])
             AND COALESCE(starts_on, decided_on) <= $4::date AND expires_on >= $4::date`,
    values: [personId, unitId, barringStates, on],
  });
  return rows[0]?.until ?? null;
}

/** A day as a DATE column takes it: midnight in UTC. */
function dateOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
