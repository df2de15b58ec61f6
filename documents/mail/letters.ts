import type { LetterKind } from '../../rules/notifications/letterWords.js';
import { alertLetters } from './alertLetters.js';
import { committeeLetters } from './committeeLetters.js';
import { filingLetters } from './filingLetters.js';
import type { Write } from './letter.js';
import { otherLetters } from './otherLetters.js';
import { reviewLetters } from './reviewLetters.js';

/** Every kind of letter; a kind without its text does not compile. */
export const letters = {
  ...filingLetters,
  ...committeeLetters,
  ...reviewLetters,
  ...otherLetters,
  ...alertLetters,
} as const satisfies Record<LetterKind, Write>;
