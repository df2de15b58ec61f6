import {
  constants,
  createPrivateKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { Motion } from '../../records/meeting/motions.js';
import type { PaperKind } from '../../rules/meeting/ballot/papers.js';
import type { Sealer } from '../http/sealing.js';

const makePair = promisify(generateKeyPair);
/** Bytes of an RSA-2048 signature. */
export const signatureBytes = 256;

/** The keys of one motion: public ones in base64 (SPKI), private ones sealed. */
export interface MotionKeys {
  readonly ballotKey: string;
  readonly receiptKey: string;
  readonly sealedKeys: string;
}

/**
 * Makes the two keys of each motion: papers of another motion, or of the other kind, are not valid under them. Two keys
 * take a fifth of a second, so those of the next motion may be made ahead, while nobody votes.
 */
export class KeyMaker {
  #ahead: ReturnType<typeof makeBoth> | null = null;
  constructor(private readonly sealer: Sealer) {}

  /** Begins to make the keys of the motion that this process opens next. */
  makeAhead(): void {
    this.#ahead ??= makeBoth();
    // A failure reaches the act that opens the motion; until then nobody waits for it.
    this.#ahead.catch(() => undefined);
  }

  /** The keys of a motion that is being opened, and of no other. */
  async keysOf(motionId: string): Promise<MotionKeys> {
    const ahead = this.#ahead;
    // Taken before anything is waited for: two motions opened at once share no key.
    this.#ahead = null;
    const [ballot, receipt] = await (ahead ?? makeBoth());
    const secret = JSON.stringify({ ballot: ballot.secret, receipt: receipt.secret });
    const sealedKeys = await this.sealer.seal(secret, `motion ${motionId}`);
    return { ballotKey: ballot.publicKeyText, receiptKey: receipt.publicKeyText, sealedKeys };
  }
}

const makeBoth = () => Promise.all([makeKey(), makeKey()]);

async function makeKey() {
  const { publicKey, privateKey } = await makePair('rsa', { modulusLength: 2048 });
  return {
    publicKeyText: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    secret: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}

type Signers = Readonly<Record<PaperKind, KeyObject>>;

/** Signs blinded requests of motions that give out papers; keys are kept in memory while they do. */
export class BlindSigner {
  readonly #known = new Map<string, Signers>();
  constructor(private readonly sealer: Sealer) {}

  /** The blind signature over a blinded message; both are base64. Null: the message is none of this key's. */
  async sign(
    { id, sealedKeys }: Pick<Motion, 'id' | 'sealedKeys'>,
    kind: PaperKind,
    blinded: Buffer,
  ): Promise<string | null> {
    const signers = this.#known.get(id) ?? (await this.#open(id, sealedKeys));
    return signRaw(signers[kind], blinded);
  }

  forget(motionId: string): void {
    this.#known.delete(motionId);
  }

  async #open(id: string, sealedKeys: string | null): Promise<Signers> {
    if (sealedKeys === null) throw new Error('the keys of this motion are gone');
    const secret = JSON.parse(await this.sealer.unseal(sealedKeys, `motion ${id}`)) as Record<PaperKind, string>;
    const read = (der: string) => createPrivateKey({ key: Buffer.from(der, 'base64'), type: 'pkcs8', format: 'der' });
    const signers = { ballot: read(secret.ballot), receipt: read(secret.receipt) };
    this.#known.set(id, signers);
    return signers;
  }
}

/**
 * RSASP1 of RFC 9474, `blindSign` of @cloudflare/blindrsa-ts: the library computes it in JavaScript, which takes a
 * hundred times as long as OpenSSL and in time that depends on the key. What is signed is checked before it is given
 * out, as the RFC asks: a faulty signature would give the key away.
 */
function signRaw(key: KeyObject, blinded: Buffer): string | null {
  const padding = constants.RSA_NO_PADDING;
  let signature: Buffer;
  try {
    signature = privateDecrypt({ key, padding }, blinded);
  } catch {
    // Not below the modulus: no blinded message of this key.
    return null;
  }
  if (!timingSafeEqual(publicEncrypt({ key, padding }, signature), blinded)) throw new Error('a faulty signature');
  return signature.toString('base64');
}
