import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '../../records/database.js';
import { addMachineKey } from '../../records/people/grantRole.js';

/** What is kept of a bearer key. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/**
 * Makes a bearer key with which a program acts as a person: `Authorization: Bearer KEY`. It can be read here and never
 * again.
 */
export async function issueMachineKey(
  db: Database,
  { personId, name }: { readonly personId: string; readonly name: string },
): Promise<string> {
  const key = `psk_${randomBytes(32).toString('base64url')}`;
  await addMachineKey(db, { hash: hashOfKey(key), personId, name });
  return key;
}
