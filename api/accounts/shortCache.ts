import { LRUCache } from 'lru-cache';
import { sha256Of } from '../../config/sha256Of.js';

const maxEntries = 10_000;
const maxBytes = 16 * 1024 * 1024;
/** What an entry costs besides its value. */
const entryBytes = 200;

/**
 * Keeps for a few seconds what every request would read again, so that an act reads only what concerns it. Callers choose
 * the keys, so a key is kept by its hash, and all values together take at most 16 MB.
 */
export class ShortCache<T> {
  readonly #kept: LRUCache<string, { readonly value: T }>;
  readonly #loading = new Map<string, Promise<T>>();

  /** `lifetime` in milliseconds; `keeps` says which values are worth keeping. */
  constructor(
    lifetime = 5_000,
    readonly keeps: (value: T) => boolean = () => true,
  ) {
    this.#kept = new LRUCache({
      max: maxEntries,
      maxSize: maxBytes,
      sizeCalculation: ({ value }) => sizeOf(value),
      ttl: lifetime,
    });
  }

  /** The kept value of a key, or what `load` finds; callers that come while it is loading wait for the same. */
  async get(key: string, load: (key: string) => Promise<T>): Promise<T> {
    const hash = sha256Of(key).toString('base64');
    const kept = this.#kept.get(hash);
    if (kept) return kept.value;
    const loading = this.#loading.get(hash);
    if (loading) return await loading;
    const found = this.#find(hash, () => load(key)).finally(() => this.#loading.delete(hash));
    this.#loading.set(hash, found);
    return await found;
  }

  async #find(hash: string, load: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const value = await load();
    // The lifetime counts from the question: the value may be that old.
    if (this.keeps(value)) this.#kept.set(hash, { value }, { start });
    return value;
  }
}

function sizeOf(value: unknown): number {
  return entryBytes + 2 * (JSON.stringify(value)?.length ?? 0);
}
