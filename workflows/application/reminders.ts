import type { Instant } from '../../rules/calendar/instant.js';
import { type Reminder, remindersIn } from '../../rules/notifications/reminders.js';
import type { ApplicationState } from './applicationState.js';
import { promptly } from './effects.js';

/** When the next reminder is to be sent, or null. */
export function nextReminderAt(state: ApplicationState): Instant | null {
  return unsent(state)[0]?.at ?? null;
}

/** Puts every reminder that is due into the outbox. */
export async function sendReminders(state: ApplicationState, now: Instant): Promise<void> {
  const due = unsent(state).filter(({ at }) => at <= now);
  state.remindedUpTo = Math.max(state.remindedUpTo, now);
  const { applicationId } = state.facts;
  for (const reminder of due) {
    await state.parking.finish(`reminder:${reminder.key}`, '发送提醒', () =>
      promptly((effects) => effects.recordReminder({ applicationId, key: reminder.key })),
    );
  }
}

/** Earliest first. */
function unsent({ facts, policy, remindedUpTo }: ApplicationState): readonly Reminder[] {
  return remindersIn(facts, policy).filter(({ at }) => at > remindedUpTo);
}
