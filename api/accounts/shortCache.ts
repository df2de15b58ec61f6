import { LRUCache } from 'lru-cache';

const maxEntries = 10_000;

/** Keeps for a few seconds what every request would read again, so that an act reads only what concerns it. */
export class ShortCache<T> {
  readonly #kept: LRUCache<string, { readonly value: T }>;
  readonly #loading = new Map<string, Promise<T>>();

  /** `lifetime` in milliseconds; `keeps` says which values are worth keeping. */
  constructor(
    lifetime = 5_000,
    readonly keeps: (value: T) => boolean = () => true,
  ) {
    this.#kept = new LRUCache({ max: maxEntries, ttl: lifetime });
  }

  /** The kept value of a key, or what `load` finds; callers that come while it is loading wait for the same. */
  async get(key: string, load: (key: string) => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key);
    if (kept) return kept.value;
    const loading = this.#loading.get(key);
    if (loading) return await loading;
    const found = this.#find(key, load).finally(() => this.#loading.delete(key));
    this.#loading.set(key, found);
    return await found;
  }

  async #find(key: string, load: (key: string) => Promise<T>): Promise<T> {
    const start = performance.now();
    const value = await load(key);
    // The lifetime counts from the question: the value may be that old.
    if (this.keeps(value)) this.#kept.set(key, { value }, { start });
    return value;
  }
}
