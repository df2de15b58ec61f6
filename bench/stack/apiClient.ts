import { randomUUID } from 'node:crypto';
import http from 'node:http';

interface Reply {
  readonly status: number;
  readonly tag: string | undefined;
  readonly text: string;
}
interface Sent {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: http.OutgoingHttpHeaders;
  readonly body?: string;
}
/** What a browser keeps of an answer: whether it was new, what names it, and how many bytes came. */
export interface News {
  readonly changed: boolean;
  readonly tag: string | undefined;
  readonly bytes: number;
}

/**
 * Somebody at a computer of their own: an address, a kept connection, and the cookies they were given. Plain `node:http`,
 * because it costs the machine that is measured the least.
 */
export class ApiClient {
  readonly #agent: http.Agent;
  readonly #cookies = new Map<string, string>();

  /** `place` tells computers apart: from Linux each has an address of its own, so that no limit takes them for one. */
  constructor(
    private readonly port: number,
    place: number,
  ) {
    const localAddress = `127.0.${1 + Math.floor(place / 250)}.${1 + (place % 250)}`;
    const own = process.platform === 'linux' ? { localAddress } : {};
    this.#agent = new http.Agent({ keepAlive: true, ...own });
  }

  /** Posts JSON under a new Idempotency-Key. @throws Error with the answer unless its status is one of `expected` */
  async post(path: string, body: object, expected: readonly number[] = [200]): Promise<unknown> {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': randomUUID(),
    };
    const reply = await this.#send({ method: 'POST', path, headers, body: text });
    if (expected.includes(reply.status)) return reply.text === '' ? null : JSON.parse(reply.text);
    throw new Error(`POST ${path}: ${reply.status} ${reply.text}`);
  }

  /** Asks again for what is held under a tag, as a browser's cache does. @throws Error unless it is there or unchanged */
  async news(path: string, tag: string | undefined): Promise<News> {
    const headers = tag === undefined ? {} : { 'if-none-match': tag };
    const reply = await this.#send({ method: 'GET', path, headers });
    const changed = reply.status === 200;
    if (!changed && reply.status !== 304) throw new Error(`GET ${path}: ${reply.status} ${reply.text}`);
    return { changed, tag: reply.tag, bytes: Buffer.byteLength(reply.text) };
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(sent: Sent): Promise<Reply> {
    const { method, path, body } = sent;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...sent.headers, cookie };
    return new Promise((resolve, reject) => {
      const options = { port: this.port, host: '127.0.0.1', method, path, headers, agent: this.#agent };
      const request = http.request(options, (response) => {
        this.#keep(response.headers['set-cookie'] ?? []);
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, tag: response.headers.etag, text });
        });
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection that the server closed at the same moment: sent again, as browsers do.
        const again = request.reusedSocket && error.code === 'ECONNRESET';
        if (again) resolve(this.#send(sent));
        else reject(error);
      });
      request.end(body);
    });
  }

  #keep(lines: readonly string[]): void {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
  }
}
