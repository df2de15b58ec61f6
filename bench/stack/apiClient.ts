import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { CookieJar } from '../../simulation/http/cookieJar.js';
import { type Response, send } from '../../simulation/http/request.js';

/** What a browser keeps of an answer: whether it was new, its ETag, and how many bytes came. */
export interface CachedAnswer {
  readonly changed: boolean;
  readonly tag: string | undefined;
  readonly bytes: number;
}

interface BytesRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
  readonly expected: number;
}

const longest = 120_000;

/** A client with an address, connections and cookies of its own. */
export class ApiClient {
  readonly #agent: Agent;
  readonly #cookies = new CookieJar();
  readonly #url: string;

  /** `place` numbers the clients: on Linux each has its own local address, and with it its own rate limits. */
  constructor(port: number, place: number) {
    this.#url = `http://127.0.0.1:${port}`;
    const localAddress = `127.0.${1 + Math.floor(place / 250)}.${1 + (place % 250)}`;
    const own = process.platform === 'linux' ? { localAddress } : {};
    this.#agent = new Agent({ keepAlive: true, ...own });
  }

  /**
   * Posts JSON under a new Idempotency-Key, and asks again under it while the act is still on its way, as the portal does
   * on a busy machine: the time of the act ends with its outcome.
   *
   * @throws Error with the answer unless its status is one of `expected`, and when there is no outcome for two minutes
   */
  async post(path: string, body: object, expected: readonly number[] = [200]): Promise<unknown> {
    const headers = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    for (const began = performance.now(); ; await sleep(20)) {
      const { status, text } = await this.#send('POST', path, headers, JSON.stringify(body));
      if (expected.includes(status)) return text === '' ? null : JSON.parse(text);
      const isUnderWay = status === 202 && performance.now() - began < longest;
      if (!isUnderWay) throw new Error(`POST ${path}: ${status} ${text}`);
    }
  }

  /** Sends bytes with the headers of a protocol. @throws Error unless the answer has this status */
  async sendBytes(
    method: 'POST' | 'PATCH',
    path: string,
    { headers, body = Buffer.alloc(0), expected }: BytesRequest,
  ): Promise<Response> {
    const response = await this.#send(method, path, headers, body);
    if (response.status !== expected) throw new Error(`${method} ${path}: ${response.status} ${response.text}`);
    return response;
  }

  /** Revalidates a cached answer by its ETag, as a browser does. @throws Error unless the status is 200 or 304 */
  async revalidate(path: string, tag: string | undefined): Promise<CachedAnswer> {
    const { status, headers, text } = await this.#send('GET', path, tag === undefined ? {} : { 'if-none-match': tag });
    const changed = status === 200;
    if (!changed && status !== 304) throw new Error(`GET ${path}: ${status} ${text}`);
    return { changed, tag: headers.etag, bytes: Buffer.byteLength(text) };
  }

  /** Sends the token of a session from now on. */
  enter(token: string): void {
    this.#cookies.keep({ 'set-cookie': [`pingshen.session=${token}`] });
  }

  close(): void {
    this.#agent.destroy();
  }

  async #send(
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Buffer,
  ): Promise<Response> {
    const url = `${this.#url}${path}`;
    const own = { ...headers, ...this.#cookies.header };
    const response = await send({
      method,
      url,
      headers: own,
      agent: this.#agent,
      ...(body === undefined ? {} : { body }),
    });
    this.#cookies.keep(response.headers);
    return response;
  }
}
