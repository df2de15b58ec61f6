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

/** Who somebody signs in as. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** Somebody at the API with a browser: signs in at the first request and keeps the cookies; without an account, never. */
export class ApiClient {
  readonly #cookies = new Map<string, string>();
  #signedIn: Promise<void> | undefined;

  constructor(
    private readonly url: string,
    private readonly account: Account | null,
  ) {}

  /** One request. @throws when signing in fails or nothing answers */
  async request(method: string, path: string, options: RequestOptions = {}): Promise<Reply> {
    this.#signedIn ??= this.#signIn();
    await this.#signedIn;
    return await this.#send(method, path, options);
  }

  /** One request that has to go through; what it answers. @throws Error with the refusal */
  async done<Body = unknown>(method: string, path: string, options: RequestOptions = {}): Promise<Body> {
    const { status, body } = await this.request(method, path, options);
    if (status >= 200 && status < 300) return body as Body;
    throw new Error(`${method} ${path}: ${status} ${body.code} (${body.detail})`);
  }

  async #signIn(): Promise<void> {
    if (!this.account) return;
    const { status } = await this.#send('POST', '/api/auth/sign-in', { json: this.account });
    if (status !== 200) throw new Error(`${this.account.email} could not sign in: ${status}`);
  }

  async #send(method: string, path: string, { json, file, headers }: RequestOptions): Promise<Reply> {
    const type = json
      ? { 'content-type': 'application/json' }
      : file
        ? { 'content-type': 'application/octet-stream' }
        : {};
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await send({
      method,
      url: `${this.url}${path}`,
      headers: { ...type, ...(cookie ? { cookie } : {}), ...headers },
      body: json ? JSON.stringify(json) : (file ?? ''),
    });
    this.#remember(response.cookies);
    return replyOf(response);
  }

  #remember(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value);
    }
  }
}

/** An answer as it is compared with the plan. */
export function replyOf({ status, text }: Response): Reply {
  return { status, body: text ? JSON.parse(text) : {} };
}
