import { remindersIn } from '../../rules/notifications/reminders.js';
import { judgedState } from '../application/judgedState.js';
import type { Database } from '../database.js';
import { addReminder } from './outbox.js';

/**
 * Puts a reminder into the outbox as the record has it: once by its key, and not when the application has moved on. False:
 * nothing was put there.
 */
export async function recordReminder(
  database: Database,
  { applicationId, key }: { readonly applicationId: string; readonly key: string },
): Promise<boolean> {
  const { facts, policy } = await judgedState(database, { applicationId, key });
  const reminder = remindersIn(facts, policy).find((each) => each.key === key);
  return reminder !== undefined && (await addReminder(database, applicationId, reminder));
}
