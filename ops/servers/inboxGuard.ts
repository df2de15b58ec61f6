import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { sha256Of } from '../../config/sha256Of.js';

interface Guarded {
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

/**
 * Stands before everything a server answers, its web sockets included: lets in who names this server as its host, comes
 * from no page of another origin, and has the password. A name that an attacker points at this machine is not its host.
 */
export function guardInbox(server: Server, guarded: Guarded): void {
  const answers = server.listeners('request') as ((...args: unknown[]) => void)[];
  const upgrades = server.listeners('upgrade') as ((...args: unknown[]) => void)[];
  server.removeAllListeners('request').removeAllListeners('upgrade');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const status = refusalOf(request, guarded);
    if (status === null) for (const answer of answers) answer.call(server, request, response);
    else response.writeHead(status, { 'WWW-Authenticate': 'Basic realm="inbox"' }).end();
  });
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (refusalOf(request, guarded) === null)
      for (const upgrade of upgrades) upgrade.call(server, request, socket, head);
    else socket.destroy();
  });
}

function refusalOf({ headers }: IncomingMessage, { port, user, password }: Guarded): 401 | 403 | null {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!own.includes(headers.host ?? '')) return 403;
  if (headers.origin !== undefined && !own.map((host) => `http://${host}`).includes(headers.origin)) return 403;
  const expected = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return timingSafeEqual(sha256Of(headers.authorization ?? ''), sha256Of(expected)) ? null : 401;
}
