import { remindersIn } from '../../rules/notifications/reminders.js';
import { waitsForRecommendation } from '../../rules/sanctions/sanctionedUnit.js';
import { judgedState } from '../application/judgedState.js';
import { recommendationAskedOf } from '../conferral/recommendationAskedOf.js';
import type { Database } from '../database.js';
import { addReminder } from './outbox.js';

/**
 * Puts a reminder into the outbox as the record has it: once by its key, and not when the application has moved on. Where a
 * unit under sanction may not recommend, whoever does it in its place is reminded. False: nothing was put there.
 */
export async function recordReminder(
  database: Database,
  { applicationId, key }: { readonly applicationId: string; readonly key: string },
): Promise<boolean> {
  const state = await judgedState(database, { applicationId, key });
  const reminder = remindersIn(state.facts, state.policy).find((each) => each.key === key);
  if (reminder === undefined) return false;
  const barred = reminder.to === 'unit' && waitsForRecommendation(state.facts.status);
  const to = barred ? await recommendationAskedOf(database, state, reminder.at) : reminder.to;
  return await addReminder(database, applicationId, { ...reminder, to });
}
