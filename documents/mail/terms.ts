import { type Deadline, explain, moveLabels } from '../../rules/application/deadline.js';
import type { BilingualText } from '../../rules/bilingualText.js';
import { workingDaysBetween } from '../../rules/calendar/calendar.js';
import {
  formatDueEn,
  formatDueZh,
  formatInstantEn,
  formatInstantZh,
  type Instant,
  localDateOf,
} from '../../rules/calendar/instant.js';
import { deadlineLabelFor } from '../../rules/candidate/labelsOfTrack.js';
import type { Language } from '../../rules/people/membership.js';
import type { LetterTerm } from './frameLetter.js';
import type { LetterFacts } from './letter.js';
import { sideOf } from './phrases.js';

const instantIn = { zh: formatInstantZh, en: formatInstantEn } as const;
const dueIn = { zh: formatDueZh, en: formatDueEn } as const satisfies Record<Language, (due: Instant) => string>;

/** A date in a letter: the instant from which something holds or at which it is held, or the one at which it ends. */
export type LetterDate = BilingualText & { readonly place?: string } & (
    | { readonly at: Instant; readonly ends?: never }
    | { readonly ends: Instant; readonly at?: never }
  );

/** A date as a letter shows it. */
export function termOfDate({ at, ends, place, ...label }: LetterDate, language: Language): LetterTerm {
  const when = at === undefined ? dueIn[language](ends) : instantIn[language](at);
  const where = language === 'zh' ? `地点：${place}` : `Place: ${place}`;
  return { label: label[language], when, notes: place === undefined ? [] : [where], held: at !== undefined };
}

/** A deadline as a letter shows it: the day with its weekday, the working days left, what it was before, how it is counted. */
export function termOf(deadline: Deadline, letter: LetterFacts, language: Language): LetterTerm {
  const label = deadlineLabelFor(deadline, letter.profile, letter.policy, sideOf(letter));
  return {
    label: label[language],
    held: false,
    when: dueIn[language](deadline.due),
    notes: [
      leftText(deadline, letter, language),
      movedText(deadline, letter, language),
      explain(deadline, label)[language],
    ].filter((note) => note !== ''),
  };
}

/** How many working days are left after the day of the letter; nothing while it stands still or once it has passed. */
function leftText({ due, pausedSince }: Deadline, { calendar, at }: LetterFacts, language: Language): string {
  if (calendar === null || pausedSince !== undefined || due <= at) return '';
  const left = workingDaysBetween(calendar, localDateOf(at), localDateOf(due - 1));
  const [today] = formatInstantZh(at).split(' ');
  return language === 'zh'
    ? `自${today}次日起还有${left}个工作日。`
    : `${left} working day${left === 1 ? '' : 's'} left after ${localDateOf(at)}.`;
}

/** From when to when the event has moved it, and why; a reminder repeats the last move. */
function movedText({ moved, due, name }: Deadline, { previous }: LetterFacts, language: Language): string {
  const last = moved.at(-1);
  const from = previous.find((one) => one.name === name)?.due ?? last?.from ?? due;
  if (last === undefined || last.to !== due || from === due) return '';
  const why = moveLabels[last.why][language];
  return language === 'zh'
    ? `原为${formatDueZh(from)}，${why}，现为${formatDueZh(due)}。`
    : `It was ${formatDueEn(from)}; ${why}, it is now ${formatDueEn(due)}.`;
}
