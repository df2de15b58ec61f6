import { createHash } from 'node:crypto';
import type { Transition } from '../../rules/application/act.js';
import { canonical } from '../../rules/canonical.js';

/** The previous hash of an application's first event. */
export const firstHash = '0'.repeat(64);

/** sha256 of a value's canonical JSON, in hexadecimal: for free texts, bodies and dossiers. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** The hash of an event: over all its fields, its application and the previous hash. */
export function eventHash(applicationId: string, transition: Transition, prevHash: string): string {
  return hashOf({ applicationId, ...transition, prevHash });
}
