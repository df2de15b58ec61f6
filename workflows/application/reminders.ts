import type { Instant } from '../../rules/calendar/instant.js';
import { type Reminder, remindersIn } from '../../rules/notifications/reminders.js';
import type { ApplicationState } from './applicationState.js';
import { promptly } from './effects.js';

/** The reminder to be sent next, or null. */
export function nextReminder(state: Reminded): Reminder | null {
  return unsent(state)[0] ?? null;
}

/** What reminders follow from. */
export type Reminded = Pick<ApplicationState, 'facts' | 'policy' | 'remindedUpTo'>;

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
function unsent({ facts, policy, remindedUpTo }: Reminded): readonly Reminder[] {
  return remindersIn(facts, policy).filter(({ at }) => at > remindedUpTo);
}
