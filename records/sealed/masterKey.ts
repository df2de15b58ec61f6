import { type MasterKeys, masterKeys } from '../../config/keys.js';
import { decrypt, encrypt } from './cipher.js';
import type { WrappedKey } from './dataKeys.js';

/** Wraps and unwraps data keys by the installation's master keys, read from `dataDir/keys`. */
export class MasterKey {
  #known: Promise<MasterKeys> | undefined;
  constructor(readonly dataDir: string) {}

  /** Puts a data key under the current master key. */
  async wrap(id: string, key: Buffer): Promise<{ readonly wrapped: string; readonly wrappedBy: string }> {
    this.#known ??= masterKeys(this.dataDir);
    const { current, keys } = await this.#known;
    return { wrapped: encrypt(bytesOf(keys[current]), key, id).toString('base64'), wrappedBy: current };
  }

  /** The id of the key that wraps now. */
  async current(): Promise<string> {
    this.#known ??= masterKeys(this.dataDir);
    return (await this.#known).current;
  }

  /** The data key, or null when it was erased. @throws when its master key is not in the folder, or it was changed */
  async unwrap({ id, wrapped, wrappedBy }: WrappedKey): Promise<Buffer | null> {
    if (wrapped === null) return null;
    this.#known ??= masterKeys(this.dataDir);
    let { keys } = await this.#known;
    if (keys[wrappedBy] === undefined) {
      // Another process has rotated the keys since this one read them.
      this.#known = masterKeys(this.dataDir);
      keys = (await this.#known).keys;
    }
    const key = keys[wrappedBy];
    if (key === undefined) throw new Error(`the master key ${wrappedBy} is missing`);
    return decrypt(bytesOf(key), Buffer.from(wrapped, 'base64'), id);
  }
}

const bytesOf = (key: string | undefined) => Buffer.from(key ?? '', 'base64');
