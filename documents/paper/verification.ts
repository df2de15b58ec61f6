import { createHash } from 'node:crypto';
import { canonical } from '../../rules/canonical.js';
import type { Paper } from './paper.js';

/** What tells a paper from another one, and by what it can be looked up. */
export interface Verification {
  /** SHA-256 of what the paper says, in hex. */
  readonly hash: string;
  /** Three groups of five characters, made of the hash: nobody can guess one, and the same paper has the same. */
  readonly code: string;
}

// Without I, L, O and U, which are taken for other characters or make words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 5;

/** The hash and the code of a paper. */
export function verificationOf(kind: string, paper: Paper): Verification {
  const digest = createHash('sha256').update(canonical({ kind, paper })).digest();
  const characters = [...digest.subarray(0, groups * groupLength)].map((byte) => alphabet[byte % alphabet.length]);
  const code = Array.from({ length: groups }, (_, group) =>
    characters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
  return { hash: digest.toString('hex'), code };
}

/** A code as somebody typed it, in capitals and in groups; null where it cannot be one. */
export function codeAsTyped(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  if (plain.length !== groups * groupLength || ![...plain].every((one) => alphabet.includes(one))) return null;
  return [0, 1, 2].map((group) => plain.slice(group * groupLength, (group + 1) * groupLength)).join('-');
}
