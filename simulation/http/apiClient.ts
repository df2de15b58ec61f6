import { CookieJar } from './cookieJar.js';
import { type Response, send } from './request.js';

/** What the API answered. */
export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface RequestOptions {
  readonly json?: object;
  readonly file?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Account {
  readonly email: string;
  readonly password: string;
  /** The next code of the account's authenticator, where it has one. */
  readonly code?: () => string;
}

/** An HTTP client with a session: it signs in at its first request. Without an account it stays anonymous. */
export class ApiClient {
  readonly #cookies = new CookieJar();
  #signedIn: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly account: Account | null,
  ) {}

  /** Sends one request. @throws Error when signing in fails or the API cannot be reached */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Reply> {
    this.#signedIn ??= this.#signIn();
    await this.#signedIn;
    const reply = await this.#send(method, path, options);
    if (reply.body.code !== 'second_factor_needed') return reply;
    await this.#prove();
    return await this.#send(method, path, options);
  }

  /** Sends a request that must succeed, and returns the body. @throws Error with the refusal */
  async done<Body = unknown>(method: string, path: string, options: RequestOptions = {}): Promise<Body> {
    const { status, body } = await this.request(method, path, options);
    if (status >= 200 && status < 300) return body as Body;
    throw new Error(`${method} ${path}: ${status} ${body.code} (${body.detail})`);
  }

  /** Reads a file. */
  async file(path: string): Promise<Response> {
    this.#signedIn ??= this.#signIn();
    await this.#signedIn;
    return await send({ method: 'GET', url: `${this.url}${path}`, headers: { ...this.#cookies.header }, body: '' });
  }

  async #signIn(): Promise<void> {
    if (!this.account) return;
    const { email, password } = this.account;
    const { status } = await this.#send('POST', '/api/auth/sign-in', { json: { email, password } });
    if (status !== 200) throw new Error(`${email} could not sign in: ${status}`);
    if (this.account.code) await this.#prove();
  }

  async #prove(): Promise<void> {
    const json = { code: this.account?.code?.() ?? '' };
    const { status, body } = await this.#send('POST', '/api/auth/second-factor', { json });
    if (status !== 204) throw new Error(`${this.account?.email} could not prove the second factor: ${body.code}`);
  }

  async #send(method: string, path: string, { json, file, headers }: RequestOptions): Promise<Reply> {
    const type = json
      ? { 'content-type': 'application/json' }
      : file
        ? { 'content-type': 'application/octet-stream' }
        : {};
    const response = await send({
      method,
      url: `${this.url}${path}`,
      headers: { ...type, ...this.#cookies.header, ...headers },
      body: json ? JSON.stringify(json) : (file ?? ''),
    });
    this.#cookies.keep(response.headers);
    return replyOf(response);
  }
}

/** The status and parsed body of a response. */
export function replyOf({ status, text }: Response): Reply {
  return { status, body: text ? JSON.parse(text) : {} };
}
