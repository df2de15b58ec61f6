import type { BilingualText } from '../bilingualText.js';
import { type ReminderKind, reminderLabels } from './reminders.js';
import { type TransitionLetterKind, transitionLetterLabels } from './transitionLetters.js';

export type LetterKind = TransitionLetterKind | ReminderKind;

/** The name of each kind of letter, for lists that do not show its text. */
export const letterLabels: Readonly<Record<LetterKind, BilingualText>> = {
  ...transitionLetterLabels,
  ...reminderLabels,
};
