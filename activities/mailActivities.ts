import type { Instant } from '../rules/calendar/instant.js';

/** Effects of the mail workflow. */
export interface MailActivities {
  /**
   * Sends letters that wait until none is due or a minute has passed. Answers when the next one is due, on the engine's
   * clock: an instant that has passed means that there is more now, null that nothing waits.
   */
  drainOutbox(): Promise<{ readonly nextAttemptAt: Instant | null }>;
}
