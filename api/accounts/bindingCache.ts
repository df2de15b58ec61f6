import type { Binding } from './caller.js';

const lifetime = 5_000;
const most = 10_000;

/** Remembers people's roles for a few seconds, so that an act asks the database only about the application. */
export class BindingCache {
  readonly #held = new Map<string, { readonly bindings: readonly Binding[]; readonly until: number }>();

  /** A person's roles as remembered, or as `load` finds them. */
  async get(personId: string, load: (personId: string) => Promise<readonly Binding[]>): Promise<readonly Binding[]> {
    const now = performance.now();
    const held = this.#held.get(personId);
    if (held && held.until > now) return held.bindings;
    const bindings = await load(personId);
    if (this.#held.size >= most) this.#held.clear();
    this.#held.set(personId, { bindings, until: now + lifetime });
    return bindings;
  }

  /** To be called when somebody's roles change in this process. */
  forget(personId: string): void {
    this.#held.delete(personId);
  }
}
