import { randomInt } from 'node:crypto';

// Without letters and digits that look like others: it is read out or copied from a sheet of paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** So many random letters and digits. */
const randomCharacters = (count: number): string =>
  Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');

/** 79 random bits, to be copied from paper. */
export const fourGroups = (): string => Array.from({ length: 4 }, () => randomCharacters(4)).join('-');

/** A password for an account somebody else opens; its owner changes it at the first sign-in. */
export function firstPassword(): string {
  return fourGroups();
}
