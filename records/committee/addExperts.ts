import type { LocalDate } from '../../rules/calendar/instant.js';
import type { Database } from '../database.js';
import type { ExpertEntry } from './experts.js';

/** The addresses whose owners are in the pool. */
export async function inPool(database: Database, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { person: { email: { in: [...emails] } } };
  const rows = await database.expert.findMany({ where, select: { person: { select: { email: true } } } });
  return new Set(rows.flatMap(({ person: { email } }) => (email === null ? [] : [email])));
}

/** Adds people to the pool, all or none; returns expert ids by person. @throws when one is in it already: see `isAlreadyThere` */
export async function addExperts(
  database: Database,
  entries: readonly (Omit<ExpertEntry, 'active'> & { readonly personId: string })[],
): Promise<ReadonlyMap<string, string>> {
  const data = entries.map(({ specialties, validFrom, validUntil, ...entry }) => ({
    ...entry,
    specialties: [...specialties],
    validFrom: dateOf(validFrom),
    validUntil: dateOf(validUntil),
  }));
  const rows = await database.expert.createManyAndReturn({ data, select: { id: true, personId: true } });
  return new Map(rows.map(({ id, personId }) => [personId, id]));
}

/** A day as the client passes it to a DATE column: midnight in UTC. */
function dateOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
