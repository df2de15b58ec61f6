import { type CalendarFile, calendarFiles } from '../documents/mail/calendarFile.js';
import type { LetterFacts } from '../documents/mail/letter.js';
import type { LetterSource } from '../records/mail/letterSources.js';
import type { ApplicationLetter } from '../records/mail/outbox.js';
import { calendarEntriesAfter } from '../rules/notifications/calendarEntries.js';
import type { Language } from '../rules/people/membership.js';

/**
 * The calendar files of a letter about an application. Only its applicant gets them: every letter that could take an entry out
 * again goes to them, and clerks with a hundred applications have the queue.
 */
export function letterDates(
  waiting: ApplicationLetter,
  { event }: LetterSource,
  facts: LetterFacts,
  language: Language,
): readonly CalendarFile[] {
  const { to, applicationId, profile, policy, audited, place, number, link } = facts;
  if (to !== 'applicant' || event === null) return [];
  const { at, deadlines, previous, paused, defenseBefore, changes } = event;
  const { defenseAt = defenseBefore } = changes;
  const dates = {
    applicationId,
    seq: waiting.seq,
    at,
    status: event.to,
    profile,
    policy,
    audited,
    deadlines,
    previous,
  };
  const entries = calendarEntriesAfter({ ...dates, paused, defenseBefore, defenseAt, place });
  return calendarFiles(entries, { reference: number, sender: policy.committee, link, language }, at);
}
