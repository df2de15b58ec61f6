import { createHmac } from 'node:crypto';
import type { Keys, MasterKeys } from './keys.js';

/** Keys by name, each as a text that tells it from others and gives nothing of it away. */
export type Fingerprints = Readonly<Record<string, string>>;

/** What a process says when the keys, the database, the engine or the documents are not of one installation. */
export class OtherInstallation extends Error {
  override readonly name = 'OtherInstallation';
}

/** The fingerprints of an installation's keys; those that rotate by their id. */
export function fingerprintsOf(
  { payload, bank }: Keys,
  { sealing, lookUp, master }: { readonly sealing: string; readonly lookUp: string; readonly master: MasterKeys },
): Fingerprints {
  const all = (name: string, { keys }: MasterKeys) =>
    Object.entries(keys).map(([id, key]) => [`${name}.${id}`, fingerprintOf(key)]);
  return {
    ...Object.fromEntries([...all('payload', payload), ...all('master', master)]),
    bank: fingerprintOf(bank),
    sealing: fingerprintOf(sealing),
    lookUp: fingerprintOf(lookUp),
  };
}

/** Those of payloads: all the engine keeps is under them. */
export function ofPayloads(all: Fingerprints): Fingerprints {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith('payload.')));
}

/**
 * Names of keys that a place knows otherwise than this process, or all it knows when it shares no payload key with it.
 * Empty: they belong together, or the place knows none yet.
 */
export function foreignKeys(known: Fingerprints, own: Fingerprints): string[] {
  const names = Object.keys(known);
  const different = names.filter((name) => own[name] !== undefined && own[name] !== known[name]);
  const payloads = names.filter((name) => name.startsWith('payload.'));
  const shared = payloads.length === 0 || payloads.some((name) => own[name] === known[name]);
  return shared ? different : [...new Set([...different, ...payloads])];
}

function fingerprintOf(key: string): string {
  return createHmac('sha256', key).update('fingerprint of a key of this installation').digest('hex').slice(0, 24);
}
