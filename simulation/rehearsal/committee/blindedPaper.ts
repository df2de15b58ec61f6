import {
  constants,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  publicEncrypt,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { messageOf, type PaperKind } from '../../../rules/meeting/ballot/papers.js';

// RSABSSA-SHA384-PSS-Deterministic (RFC 9474) with OpenSSL's arithmetic: the library of the portal takes some tens of
// milliseconds a paper, too slow for eleven voters on one machine. It is also a second implementation of the protocol,
// against which the server's signatures are checked.
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 } as const;
const raw = constants.RSA_NO_PADDING;
const bytes = 256;
/**
 * A key for encoding only: undoing its signature gives the encoded message (EMSA-PSS) that a blind signature is made
 * of.
 */
const encoder = generateKeyPairSync('rsa', { modulusLength: 8 * bytes });

/** A voter's paper: its serial number, the blinded message, and the function that unblinds the signature. */
export interface BlindedPaper {
  readonly serial: string;
  /** base64 */
  readonly blinded: string;
  /** The paper's signature in base64. @throws Error when the blind signature was not made with this key */
  unblind(blindSignature: string): string;
}

/** Creates a paper for a motion's public key (SPKI in base64) and blinds it. */
export function createBlindedPaper(kind: PaperKind, motionId: string, publicKey: string): BlindedPaper {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
  const modulus = numberOf(Buffer.from(key.export({ format: 'jwk' }).n ?? '', 'base64url'));
  const serial = randomBytes(32).toString('hex');
  const message = Buffer.from(messageOf(kind, motionId, serial));
  const factor = numberOf(randomBytes(bytes)) % modulus;
  const hidden = numberOf(open(key, bufferOf(factor)));
  const blinded = (numberOf(encoded(message)) * hidden) % modulus;
  return {
    serial,
    blinded: bufferOf(blinded).toString('base64'),
    unblind(blindSignature) {
      const blind = numberOf(Buffer.from(blindSignature, 'base64'));
      const signature = bufferOf((blind * inverseOf(factor, modulus)) % modulus);
      if (!verify('sha384', message, { key, ...pss }, signature)) throw new Error('not signed by this key');
      return signature.toString('base64');
    },
  };
}

/** The raw public-key operation. */
const open = (key: KeyObject, block: Buffer) => publicEncrypt({ key, padding: raw }, block);
const encoded = (message: Buffer) =>
  open(encoder.publicKey, sign('sha384', message, { key: encoder.privateKey, ...pss }));
const numberOf = (block: Buffer) => BigInt(`0x${block.toString('hex')}`);
const bufferOf = (number: bigint) => Buffer.from(number.toString(16).padStart(2 * bytes, '0'), 'hex');

/** The modular inverse, by Euclid's algorithm. A factor without an inverse would factor the modulus. */
function inverseOf(number: bigint, modulus: bigint): bigint {
  let [rest, next] = [modulus, number];
  let [share, nextShare] = [0n, 1n];
  while (next > 0n) {
    const times = rest / next;
    [rest, next] = [next, rest - times * next];
    [share, nextShare] = [nextShare, share - times * nextShare];
  }
  return ((share % modulus) + modulus) % modulus;
}
