import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { lookUpSecret } from '../../config/keys.js';
import type { Statements } from '../database.js';
import { decrypt, encrypt } from './cipher.js';
import {
  addKey,
  eraseKeys,
  findKey,
  findKeyOf,
  keysNotWrappedBy,
  type Owner,
  rewrapKey,
  type WrappedKey,
} from './dataKeys.js';
import { MasterKey } from './masterKey.js';

interface DataKey {
  readonly id: string;
  readonly key: Buffer;
  /** Salts the hashes over what the key encrypts, so that nobody can find it by trying once the key is erased. */
  readonly salt: string;
}

const idLength = 16;
const keyLength = 32;
/** `ttl`: how long a process may still read with a key that another one erased, ms. A read under way when keys are erased here is answered, and not kept. */
const kept = { max: 2_000, ttl: 30_000, ignoreFetchAbort: true };

/**
 * Encrypts what identifies people, for each with a data key of their own. What is sealed names its key, so that it can be
 * opened without knowing whose it is. Unwrapped keys are kept in memory for half a minute.
 */
export class Vault {
  // Requests for one key share one read: a form seals and opens its fields side by side.
  readonly #byId = new LRUCache<string, DataKey | 'erased'>({
    ...kept,
    fetchMethod: async (id) => await this.#read(id),
  });
  readonly #byOwner = new LRUCache<Owner, DataKey>({ ...kept, fetchMethod: async (owner) => await this.#keyOf(owner) });
  readonly #master: MasterKey | null;
  #lookUp: Promise<string> | undefined;

  /** Without `dataDir`, where the installation's keys lie, nothing can be sealed or opened. */
  constructor(
    readonly statements: Statements,
    readonly dataDir: string | null,
  ) {
    this.#master = dataDir === null ? null : new MasterKey(dataDir);
  }

  /** `about` names the place it belongs to, and has to be given again to open it. */
  async seal(owner: Owner, plain: Buffer, about: string): Promise<Buffer> {
    const { id, key } = await this.#of(owner);
    return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), encrypt(key, plain, about)]);
  }

  /** What was sealed, or null when its key was erased. @throws when it was changed, or belongs to another place */
  async open(sealed: Buffer, about: string): Promise<Buffer | null> {
    const id = sealed.subarray(0, idLength).toString('hex');
    const known = await this.#byId.fetch(id);
    if (known === undefined) throw new Error('the data key of a sealed text is missing');
    return known === 'erased' ? null : decrypt(known.key, sealed.subarray(idLength), about);
  }

  async sealText(owner: Owner, text: string, about: string): Promise<string> {
    return (await this.seal(owner, Buffer.from(text), about)).toString('base64');
  }

  async openText(sealed: string, about: string): Promise<string | null> {
    return (await this.open(Buffer.from(sealed, 'base64'), about))?.toString('utf8') ?? null;
  }

  /** The secret salt of an owner's hashes; it is erased with their key. */
  async saltOf(owner: Owner): Promise<string> {
    return (await this.#of(owner)).salt;
  }

  /** A hash under a key of the installation: equal texts are found by it, and nobody without the key can try texts out. */
  async keyedHash(text: string): Promise<string> {
    this.#lookUp ??= lookUpSecret(this.#folder());
    return createHmac('sha256', await this.#lookUp)
      .update(text)
      .digest('hex');
  }

  /**
   * Erases the keys of an owner: what was encrypted with them can never be read again, here at once and by other processes
   * after half a minute. `basis` is the clause and reason; `statements`: those of a transaction. Returns whether there was one.
   */
  async erase(owner: Owner, basis: string, statements = this.statements): Promise<boolean> {
    const count = await eraseKeys(statements, { owner, basis });
    this.#byId.clear();
    this.#byOwner.clear();
    return count > 0;
  }

  /** Wraps every data key by the current master key; what they encrypted stays as it is. Returns how many there were. */
  async rewrap(): Promise<number> {
    const master = this.#masterKey();
    const current = await master.current();
    let count = 0;
    for (;;) {
      const some = await keysNotWrappedBy(this.statements, { current, limit: 500 });
      if (some.length === 0) return count;
      for (const before of some) {
        const key = await master.unwrap(before);
        if (key) await rewrapKey(this.statements, before, await master.wrap(before.id, key));
      }
      count += some.length;
    }
  }

  async #of(owner: Owner): Promise<DataKey> {
    const key = await this.#byOwner.fetch(owner);
    if (!key) throw new Error('the data key of an owner is missing');
    return key;
  }

  async #keyOf(owner: Owner): Promise<DataKey> {
    const found = (await findKeyOf(this.statements, owner)) ?? (await this.#make(owner));
    const key = await this.#unwrap(found);
    return key === 'erased' ? await this.#keyOf(owner) : key;
  }

  async #make(owner: Owner): Promise<WrappedKey> {
    const id = randomUUID();
    const wrapped = await this.#masterKey().wrap(id, randomBytes(2 * keyLength));
    await addKey(this.statements, { id, owner, ...wrapped });
    // Another process may have been first.
    return (await findKeyOf(this.statements, owner)) ?? { id, ...wrapped };
  }

  async #read(id: string): Promise<DataKey | 'erased' | undefined> {
    const found = await findKey(this.statements, id);
    return found ? await this.#unwrap(found) : undefined;
  }

  async #unwrap(wrapped: WrappedKey): Promise<DataKey | 'erased'> {
    const both = await this.#masterKey().unwrap(wrapped);
    if (!both) return 'erased';
    const key = { id: wrapped.id, key: both.subarray(0, keyLength), salt: both.subarray(keyLength).toString('hex') };
    this.#byId.set(wrapped.id.replaceAll('-', ''), key);
    return key;
  }

  #masterKey(): MasterKey {
    if (!this.#master) throw new Error('this database was opened without the keys of the installation');
    return this.#master;
  }

  #folder(): string {
    return this.#masterKey().dataDir;
  }
}
