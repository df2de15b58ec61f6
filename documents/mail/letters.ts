import type { LetterKind } from '../../rules/notifications/letterLabels.js';
import { committeeLetters } from './committeeLetters.js';
import { filingLetters } from './filingLetters.js';
import type { Write } from './letter.js';
import { otherLetters } from './otherLetters.js';
import { reminderLetters } from './reminderLetters.js';
import { reviewLetters } from './reviewLetters.js';

/** Every kind of letter; a kind without its text does not compile. */
export const letters = {
  ...filingLetters,
  ...committeeLetters,
  ...reviewLetters,
  ...otherLetters,
  ...reminderLetters,
} as const satisfies Record<LetterKind, Write>;
