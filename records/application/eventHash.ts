import { createHash } from 'node:crypto';
import type { Transition } from '../../rules/application/act.js';
import { canonical } from '../../rules/canonical.js';

/** What the first event of an application names as the hash before it. */
export const firstHash = '0'.repeat(64);

/** sha256 of a value's canonical JSON, in hexadecimal: for words, bodies and dossiers. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** The hash of an event: over everything it says, its application, and the hash of the event before. */
export function eventHash(applicationId: string, transition: Transition, prevHash: string): string {
  return hashOf({ applicationId, ...transition, prevHash });
}
