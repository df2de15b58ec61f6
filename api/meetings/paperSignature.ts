import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { messageOf, type PaperKind } from '../../rules/meeting/ballot/papers.js';

/** The keys seen last: a vote has two, and a key is read anew far more slowly than a signature is checked with it. */
const seen = new Map<string, KeyObject>();
const kept = 16;

function readKey(publicKey: string): KeyObject {
  const known = seen.get(publicKey);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
  const [oldest] = seen.keys();
  if (seen.size >= kept && oldest !== undefined) seen.delete(oldest);
  seen.set(publicKey, key);
  return key;
}

/** Whether a paper was signed under a motion's key: RSASSA-PSS with SHA-384, as RFC 9474 unblinds it. A key that cannot be read signed nothing. */
export function isSigned(
  kind: PaperKind,
  motionId: string,
  publicKey: string,
  { serial, signature }: { readonly serial: string; readonly signature: string },
): boolean {
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const message = Buffer.from(messageOf(kind, motionId, serial));
  try {
    const key = readKey(publicKey);
    return verify('sha384', message, { key, padding, saltLength: 48 }, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}
