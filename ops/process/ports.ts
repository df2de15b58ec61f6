import { randomInt } from 'node:crypto';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A port nobody listens on. It is below the range from which systems take the local port of outgoing connections (32768
 * on Linux): a port of that range can be taken before its program listens on it.
 */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  for (;;) {
    const port = randomInt(10_240, 32_768);
    if (await isPortFree(port, host)) return port;
  }
}

/** Whether a program can listen on this port: nothing accepts connections, and it can be bound. */
export async function isPortFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  if (await isAnswering(port, host)) return false;
  return await new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** Whether something accepts connections on this port. */
export async function isAnswering(port: number, host = '127.0.0.1'): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
    socket.once('timeout', () => finish(false));
  });
}

/**
 * Polls until `ask` answers true.
 *
 * @returns false when it did not within `timeoutMs`, or when `stopped` resolved first
 */
export async function until(
  ask: () => Promise<boolean>,
  options: { readonly timeoutMs: number; readonly stopped?: Promise<unknown>; readonly everyMs?: number },
): Promise<boolean> {
  let stopped = false;
  options.stopped?.then(() => {
    stopped = true;
  });
  const end = Date.now() + options.timeoutMs;
  while (!stopped && Date.now() < end) {
    if (await ask()) return true;
    await sleep(options.everyMs ?? 50);
  }
  return false;
}
