import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 random bits, as it stands in a cookie or a link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token or code: its SHA-256, in hex. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');
