import { signInChanges } from '../../rules/access/signInChanges.js';
import { formatDueZh, type Instant } from '../../rules/calendar/instant.js';
import type { LetterKind } from '../../rules/notifications/letterLabels.js';
import { allLetterLabels, type NotificationKind } from '../../rules/notifications/notificationKinds.js';
import type { LetterFacts } from './letter.js';
import type { NotificationFacts } from './notifications/notification.js';
import { dataOf } from './phrases.js';

/**
 * A letter about an application in a few words: its kind and the date that counts. Neither a name nor a unit: whoever carries or
 * finds the telephone reads it on the locked screen.
 */
export function shortLetter(letter: LetterFacts): string {
  const { kind, deadlines } = letter;
  const appointed = dataOf(letter, 'at');
  if (kind === 'defense_scheduled' && typeof appointed === 'number') return worded(kind, appointed, '');
  const due = Math.min(...deadlines.map((deadline) => deadline.due));
  return worded(kind, Number.isFinite(due) ? due : null, '截止');
}

/** The same for a letter about something else. */
export function shortNotification({ kind, detail }: Pick<NotificationFacts, 'kind' | 'detail'>): string {
  const { announced, session, meeting, visit, signIn } = detail;
  if (signIn !== undefined) return signInChanges[signIn].zh;
  return worded(kind, (announced ?? session?.now ?? meeting?.now)?.at ?? visit?.startsAt ?? null, '');
}

function worded(kind: LetterKind | NotificationKind, instant: Instant | null, ends: string): string {
  const label = allLetterLabels[kind].zh;
  // Without the year: a message has few characters, and the date is near.
  return instant === null ? label : `${label}，${formatDueZh(instant).replace(/^\d+年/, '')}${ends}`;
}
