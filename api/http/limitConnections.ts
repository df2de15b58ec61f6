import type { Server } from 'node:http';

export interface ConnectionLimits {
  /** open connections at once */
  readonly all: number;
  /** of these, from one address; proxies are exempt */
  readonly fromAddress: number;
  /** a request's headers, and a whole request with its body, in ms */
  readonly headersMs: number;
  readonly requestMs: number;
  /** until a connection without a request is closed, in ms */
  readonly idleMs: number;
}

/**
 * A page holds some three connections, and a whole bureau may be behind one address. 20 MB in three minutes are 1 Mbit/s. A
 * connection lasts until the page at its other end, or a proxy, asks again: Node takes one new connection in each turn of its
 * loop, so that thousands of pages that connect anew for each question wait for that.
 */
const usual: ConnectionLimits = {
  all: 10_000,
  fromAddress: 3_000,
  headersMs: 15_000,
  requestMs: 180_000,
  idleMs: 75_000,
};
/** Connections that wait to be taken; the system may allow fewer. Of more, each waits a second or longer for its next attempt. */
export const longestQueue = 4_096;

/** Bounds how many connections a server holds, in all and from one address, and how long a request takes to arrive. */
export function limitConnections(
  server: Server,
  isProxy: (address: string) => boolean,
  limits: ConnectionLimits = usual,
): Server {
  const open = new Map<string, number>();
  server.maxConnections = limits.all;
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.keepAliveTimeout = limits.idleMs;
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    if (isProxy(address)) return;
    const count = (open.get(address) ?? 0) + 1;
    if (count > limits.fromAddress) return socket.destroy();
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
  });
  return server;
}

/** Takes no more requests; resolves when those under way are answered and their connections, which would idle, are closed. */
export async function endConnections(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.keepAliveTimeout = 1;
  server.closeIdleConnections();
  await closed;
}
