import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { messageOf, type PaperKind } from '../../../rules/meeting/ballot/papers.js';

// The voter's part of blind signatures: make a serial number, blind it, have it signed, remove the blinding. The office
// signs without seeing the number, and sees the number later without knowing for whom it signed.
const suite = RSABSSA.SHA384.PSS.Deterministic();

/** A blinded paper waiting for its signature; all of it stays on this device. */
export interface BlindedPaper {
  readonly serial: string;
  /** base64, sent to be signed. */
  readonly blinded: string;
  /** base64, removes the blinding. */
  readonly inverse: string;
}

/** The message has enough entropy (32 bytes) for RFC 9474's deterministic variant. */
const prepared = (kind: PaperKind, motionId: string, serial: string) =>
  suite.prepare(new TextEncoder().encode(messageOf(kind, motionId, serial)));

/** Makes a new paper under a motion's public key (SPKI in base64). */
export async function blindPaper(kind: PaperKind, motionId: string, publicKey: string): Promise<BlindedPaper> {
  const serial = toHex(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(await readKey(publicKey), prepared(kind, motionId, serial));
  return { serial, blinded: toBase64(blindedMsg), inverse: toBase64(inv) };
}

/** The paper's signature in base64. @throws when the answer is not a signature of this key */
export async function unblindPaper(
  kind: PaperKind,
  motionId: string,
  publicKey: string,
  { serial, inverse }: Pick<BlindedPaper, 'serial' | 'inverse'>,
  blindSignature: string,
): Promise<string> {
  const message = prepared(kind, motionId, serial);
  const key = await readKey(publicKey);
  return toBase64(await suite.finalize(key, message, fromBase64(blindSignature), fromBase64(inverse)));
}

async function readKey(publicKey: string) {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  return await crypto.subtle.importKey('spki', fromBase64(publicKey), algorithm, true, ['verify']);
}

const toHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
