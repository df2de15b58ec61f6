const most = 10_000;

/** Remembers for a few seconds what would be asked again with every request, so that an act asks only about itself. */
export class ShortCache<T> {
  readonly #held = new Map<string, { readonly value: T; readonly until: number }>();
  readonly #loading = new Map<string, Promise<T>>();

  /** `lifetime` in milliseconds; `keeps` says which values are worth remembering. */
  constructor(
    readonly lifetime = 5_000,
    readonly keeps: (value: T) => boolean = () => true,
  ) {}

  /** What is remembered under a key, or what `load` finds; who asks while it is being found waits for the same. */
  async get(key: string, load: (key: string) => Promise<T>): Promise<T> {
    const now = performance.now();
    const held = this.#held.get(key);
    if (held && held.until > now) return held.value;
    const loading = this.#loading.get(key);
    if (loading) return await loading;
    const found = this.#find(key, load).finally(() => this.#loading.delete(key));
    this.#loading.set(key, found);
    return await found;
  }

  async #find(key: string, load: (key: string) => Promise<T>): Promise<T> {
    const requestedAtMs = performance.now();
    const value = await load(key);
    if (!this.keeps(value)) return value;
    if (this.#held.size >= most) this.#held.clear();
    this.#held.set(key, { value, until: requestedAtMs + this.lifetime });
    return value;
  }
}
