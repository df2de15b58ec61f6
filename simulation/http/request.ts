import { Agent, type ClientRequest, type IncomingHttpHeaders, request as open } from 'node:http';

/** Connections stay open, as those of browsers do: there are thousands of requests. */
const sharedAgent = new Agent({ keepAlive: true });

export interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
  /** The connections to use; by default those shared by the process. */
  readonly agent?: Agent;
}

/** Sends one HTTP request and reads the answer. Uses `node:http`, which costs half the processor time of `fetch`. */
export function send(request: Request): Promise<Response> {
  const { method, url, headers, body, agent = sharedAgent } = request;
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const sending: ClientRequest = open(url, { agent, method, headers: { ...headers, ...length } }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const { statusCode: status = 0, headers: received } = incoming;
        resolve({ status, headers: received, text: Buffer.concat(chunks).toString('utf8') });
      });
    });
    sending.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a kept connection at the same moment: sent again, as browsers do.
      if (sending.reusedSocket && error.code === 'ECONNRESET') resolve(send(request));
      else reject(error);
    });
    sending.end(body);
  });
}
