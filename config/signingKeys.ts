import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { keep } from './keys.js';

/** A signature by one of the installation's keys, in lower-case hex. */
export interface Signature {
  readonly algorithm: 'Ed25519';
  readonly keyId: string;
  readonly value: string;
}

/** A public key as it is published: SPKI in base64. */
export interface PublicKey {
  readonly id: string;
  readonly algorithm: 'Ed25519';
  readonly publicKey: string;
}

/** Signs with the installation's current key. */
export interface Signer {
  sign(text: string): Promise<Signature>;
  /** Every key that ever signed, the current one first. */
  publicKeys(): Promise<readonly PublicKey[]>;
}

interface SigningKeys {
  readonly current: string;
  /** Private keys by id, PKCS #8 in base64. */
  readonly keys: Readonly<Record<string, string>>;
}

/** A signer over `dataDir/keys/signing.json`, made when it is missing. A key that is added there as `current` signs from then on. */
export function createSigner(dataDir: string): Signer {
  let known: Promise<SigningKeys> | undefined;
  const read = () => (known ??= readKeys(dataDir));
  return {
    async sign(text) {
      const { current, keys } = await read();
      const value = sign(null, Buffer.from(text), privateKey(keys[current] ?? '')).toString('hex');
      return { algorithm: 'Ed25519', keyId: current, value };
    },
    async publicKeys() {
      const { current, keys } = await read();
      const ids = [current, ...Object.keys(keys).filter((id) => id !== current)];
      return ids.map((id) => {
        const publicKey = createPublicKey(privateKey(keys[id] ?? '')).export({ type: 'spki', format: 'der' });
        return { id, algorithm: 'Ed25519', publicKey: publicKey.toString('base64') };
      });
    },
  };
}

/** Whether one of these keys made this signature over the text. False for a key that is not among them or cannot be read. */
export function isSignedBy(keys: readonly PublicKey[], { keyId, value }: Signature, text: string): boolean {
  const known = keys.find(({ id }) => id === keyId);
  if (!known || !/^[0-9a-f]{128}$/.test(value)) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(known.publicKey, 'base64'), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, Buffer.from(value, 'hex'));
  } catch {
    return false;
  }
}

const privateKey = (text: string) =>
  createPrivateKey({ key: Buffer.from(text, 'base64'), type: 'pkcs8', format: 'der' });

async function readKeys(dataDir: string): Promise<SigningKeys> {
  const folder = path.join(dataDir, 'keys');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = () => {
    const { privateKey: fresh } = generateKeyPairSync('ed25519');
    const id = `s-${randomBytes(4).toString('hex')}`;
    const text = fresh.export({ type: 'pkcs8', format: 'der' }).toString('base64');
    return JSON.stringify({ current: id, keys: { [id]: text } }, null, 2);
  };
  return JSON.parse(await keep(path.join(folder, 'signing.json'), made));
}
