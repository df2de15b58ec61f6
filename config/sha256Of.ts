import { createHash } from 'node:crypto';

/** The sha256 of a text, as bytes. */
export const sha256Of = (text: string): Buffer => createHash('sha256').update(text).digest();
