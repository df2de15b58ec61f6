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

// RSABSSA-SHA384-PSS-Deterministic (RFC 9474) by the machine's own arithmetic: the library that pages use takes some tens
// of milliseconds a paper, which a telephone with one voter does not notice and one machine with eleven does. It is also
// a second reading of the protocol: what the office signs must suit both.
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 } as const;
const raw = constants.RSA_NO_PADDING;
const bytes = 256;
/** Signs nothing that counts: undoing its signature gives the encoded message (EMSA-PSS) a blind signature is made of. */
const encoder = generateKeyPairSync('rsa', { modulusLength: 8 * bytes });

/** A paper made by a voter: its number, what is sent to be signed, and what makes a signature of the answer. */
export interface BlindedPaper {
  readonly serial: string;
  /** base64 */
  readonly blinded: string;
  /** The paper's signature in base64. @throws Error when what came back is no signature of this key */
  unblind(blindSignature: string): string;
}

/** Makes a paper under a motion's public key (SPKI in base64) and blinds it. */
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

/** The public operation alone. */
const open = (key: KeyObject, block: Buffer) => publicEncrypt({ key, padding: raw }, block);
const encoded = (message: Buffer) =>
  open(encoder.publicKey, sign('sha384', message, { key: encoder.privateKey, ...pss }));
const numberOf = (block: Buffer) => BigInt(`0x${block.toString('hex')}`);
const bufferOf = (number: bigint) => Buffer.from(number.toString(16).padStart(2 * bytes, '0'), 'hex');

/** By Euclid's algorithm; a factor without an inverse would be one of the modulus, which nobody finds. */
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
