import type { IncomingHttpHeaders } from 'node:http';

/** The cookies of one client. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  /** The request header, or none while there are no cookies. */
  get header(): { readonly cookie?: string } {
    if (this.#cookies.size === 0) return {};
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  /** Keeps the cookies a response sets. */
  keep({ 'set-cookie': lines = [] }: IncomingHttpHeaders): void {
    for (const line of lines) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
  }
}
