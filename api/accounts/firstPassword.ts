import { randomInt } from 'node:crypto';

// Without letters and digits that look like others: it is read out or copied from a sheet of paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for an account somebody else opens; its owner changes it at the first sign-in. */
export function firstPassword(): string {
  const part = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [part(), part(), part(), part()].join('-');
}
