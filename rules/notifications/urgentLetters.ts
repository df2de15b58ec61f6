import type { Role } from '../application/lifecycle.js';
import type { BilingualText } from '../bilingualText.js';
import type { LetterKind } from './letterLabels.js';
import type { NotificationKind } from './notificationKinds.js';

/** Something that cannot wait until somebody reads their mail, as people know it, and the letters about it. */
interface UrgentTopic extends BilingualText {
  readonly kinds: readonly (LetterKind | NotificationKind)[];
}

/**
 * A period of days has begun, a date is near or has changed. Whoever has given a telephone number is told by short message too,
 * whichever way they chose for their letters.
 */
export const urgentTopics: readonly UrgentTopic[] = [
  {
    zh: '退回修改和补正',
    en: 'returns for correction',
    kinds: ['returned_to_applicant', 'returned_for_correction', 'correction_returned'],
  },
  { zh: '期限临近', en: 'deadlines that are near', kinds: ['reminder', 'defense_fee_asked'] },
  {
    zh: '答辩的时间和变动',
    en: 'the time of a defense and its changes',
    kinds: ['defense_scheduled', 'defense_called_off', 'defense_moved', 'defense_cancelled'],
  },
  {
    zh: '评审会议改期、取消，现场递交时段取消',
    en: 'a meeting or a slot at the counter that is moved or cancelled',
    kinds: ['meeting_moved', 'meeting_called_off', 'visit_cancelled'],
  },
];

/** Only people who act for themselves: clerks have a queue, and letters about a hundred applications. */
const urgentFor: readonly Role[] = ['applicant', 'expert'];

/** Whether a letter is told by short message whatever its reader has chosen. */
export function isUrgent(kind: LetterKind | NotificationKind, to: Role): boolean {
  return urgentFor.includes(to) && urgentTopics.some(({ kinds }) => kinds.includes(kind));
}
