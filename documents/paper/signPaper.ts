import { type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { PDF } from '@libpdf/core';
import type { Instant } from '../../rules/calendar/instant.js';

// Key and chain take some 4 kB; half of the bytes that are kept free would do.
const room = 12_288;

/** With what a paper is signed: an RSA key and its certificates in DER, the signer's first. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly chain: readonly Uint8Array[];
}

/**
 * Signs a paper as it is, in an update after its own bytes (PAdES-B-B). `at` is the time that the signature states, of the record
 * and not of the clock: the same paper, key and time make the same bytes. No time stamp of an authority is in it.
 */
export async function signPaper(
  pdf: Uint8Array,
  { key, chain: [certificate = new Uint8Array(), ...certificateChain] }: SigningKey,
  { at, reason, contact }: { readonly at: Instant; readonly reason: string; readonly contact: string },
): Promise<Buffer> {
  const document = await PDF.load(new Uint8Array(pdf));
  const { bytes } = await document.sign({
    signer: {
      certificate,
      certificateChain,
      keyType: 'RSA',
      signatureAlgorithm: 'RSASSA-PKCS1-v1_5',
      sign: async (data) => new Uint8Array(await promisify(sign)('sha256', data, key)),
    },
    level: 'B-B',
    signingTime: new Date(at),
    fieldName: 'issuer',
    reason,
    contactInfo: contact,
    estimatedSize: room,
  });
  return Buffer.from(bytes);
}
