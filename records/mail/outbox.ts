import type { Facts } from '../../rules/application/facts.js';
import type { Instant } from '../../rules/calendar/instant.js';
import { unsentStates } from '../../rules/notifications/letterStates.js';
import type {
  NotificationDetail,
  NotificationKind,
  NotificationRequest,
} from '../../rules/notifications/notificationKinds.js';
import type { Reminder } from '../../rules/notifications/reminders.js';
import type { Database } from '../database.js';
import { stored } from '../timestamps.js';
import { type Letter, reminderLetterOf } from './letters.js';

interface Waiting {
  /** Its place in the outbox. */
  readonly id: string;
  /** How often it has been tried, this time included. */
  readonly attempts: number;
}

/** A waiting letter about an application's progress. */
export interface ApplicationLetter extends Letter, Waiting {
  readonly applicationId: string;
  /** The event it reports; for a reminder, the last event before it. */
  readonly seq: number;
}

/** A waiting letter about something else. */
export interface NotificationLetter
  extends Waiting,
    Pick<NotificationRequest, 'role' | 'scope' | 'campaignId' | 'key'> {
  readonly applicationId: null;
  readonly kind: NotificationKind;
  readonly detail: NotificationDetail;
}

export type WaitingLetter = ApplicationLetter | NotificationLetter;

/** Puts a reminder into the outbox, once by its key. False: it was there already. */
export async function addReminder(database: Database, applicationId: string, reminder: Reminder): Promise<boolean> {
  const row = await database.application.findUniqueOrThrow({ where: { id: applicationId } });
  const letter = reminderLetterOf(reminder, row.facts as unknown as Facts);
  const detail = JSON.parse(JSON.stringify(letter.detail));
  const data = [{ ...letter, detail, applicationId, seq: row.seq }];
  const { count } = await database.outbox.createMany({ data, skipDuplicates: true });
  return count === 1;
}

/** Notes a failed attempt; the next one is at `nextAttemptAt`, or the letter is parked when that is null. */
export async function markFailed(
  database: Database,
  failed: { readonly id: string; readonly error: string; readonly nextAttemptAt: Instant | null },
): Promise<void> {
  const { id, error: lastError, nextAttemptAt: next } = failed;
  const data = {
    lastError,
    nextAttemptAt: next === null ? null : stored(next),
    ...(next === null ? { state: 'parked' } : {}),
  };
  await database.outbox.update({ where: { id: BigInt(id) }, data });
}

/** Notes that a letter stays unsent. */
export async function markSkipped(
  database: Database,
  { id, why }: { readonly id: string; readonly why: string },
): Promise<void> {
  await database.outbox.updateMany({
    where: { id: BigInt(id), state: { in: [...unsentStates] } },
    data: { state: 'skipped', lastError: why, nextAttemptAt: null },
  });
}
