import { randomUUID } from 'node:crypto';
import http from 'node:http';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Somebody at a computer of their own: an address, a kept connection, and the cookies they were given. Plain `node:http`,
 * because it costs the machine that is measured the least.
 */
export class Visitor {
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
    const reply = await this.#send(path, JSON.stringify(body), randomUUID());
    if (expected.includes(reply.status)) return reply.body;
    throw new Error(`POST ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(path: string, body: string, key: string): Promise<Reply> {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'idempotency-key': key,
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
    return new Promise((resolve, reject) => {
      const options = { port: this.port, host: '127.0.0.1', method: 'POST', path, headers, agent: this.#agent };
      const request = http.request(options, (response) => {
        this.#keep(response.headers['set-cookie'] ?? []);
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, body: text === '' ? null : JSON.parse(text) });
        });
      });
      request.on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection that the server closed at the same moment: sent again, as browsers do.
        const again = request.reusedSocket && error.code === 'ECONNRESET';
        if (again) resolve(this.#send(path, body, key));
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
