import type { Answer } from '../../rules/application/act.js';
import type { Status } from '../../rules/application/lifecycle.js';
import type { Database } from '../database.js';

/** The first answer to each act of an application, by its key; a workflow that is started again needs them. */
export async function answersOf(database: Database, applicationId: string): Promise<Readonly<Record<string, Answer>>> {
  const select = { key: true, to: true, seq: true };
  const events = await database.event.findMany({ where: { applicationId }, orderBy: { seq: 'asc' }, select });
  return Object.fromEntries(events.map(({ key, to, seq }) => [key, { status: to as Status, seq }]));
}
