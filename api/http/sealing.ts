import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sealingSecret } from '../../config/keys.js';
import { sha256Of } from '../../config/sha256Of.js';

/** Puts short secrets under the installation's own key, so that the database alone does not give them away. */
export interface Sealer {
  /** `about` names what the secret belongs to; it has to be given again to open it. */
  seal(secret: string, about: string): Promise<string>;
  /** @throws when it was not sealed here, or about something else */
  unseal(sealed: string, about: string): Promise<string>;
}

/** A sealer over the key in `dataDir/keys/sealing.secret`, made when it is missing. */
export function createSealer(dataDir: string): Sealer {
  let known: Promise<Buffer> | undefined;
  const key = () => (known ??= readKey(dataDir));
  return {
    async seal(secret, about) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', await key(), nonce).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
    },
    async unseal(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', await key(), bytes.subarray(0, 12)).setAAD(Buffer.from(about));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
  };
}

async function readKey(dataDir: string): Promise<Buffer> {
  return sha256Of(await sealingSecret(dataDir));
}
