import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createProxyServer } from 'http-proxy-3';
import { endConnections } from '../../api/http/limitConnections.js';
import { isApiReady } from '../process/readiness.js';

/** How often each API is asked whether it is ready, in ms. */
const everyMs = 500;
/** Longer than any request the API answers itself. */
const longestAnswer = 60_000;

/** An HTTP server that passes each request to one of several APIs on this machine. */
export interface Balancer {
  readonly server: Server;
  close(): Promise<void>;
}

/**
 * Passes requests in turn to the APIs that say they are ready. What one of them does not take is passed to the next where
 * it only reads; else it is answered with 502, and whoever sent it repeats it under its key. The answer names who gave it
 * in `x-served-by`.
 *
 * @param ports of the APIs, on this machine
 */
export function balance(ports: readonly number[]): Balancer {
  const proxy = createProxyServer({ xfwd: true, proxyTimeout: longestAnswer });
  const ready = new Set<number>();
  let turn = 0;
  const check = async (port: number) => {
    if (await isApiReady(port)) ready.add(port);
    else ready.delete(port);
  };
  const checking = setInterval(() => void Promise.all(ports.map(check)), everyMs);
  void Promise.all(ports.map(check));
  /** Those that are ready first, each in its turn; the others may have become so since they were asked. */
  const inOrder = () => {
    turn += 1;
    const turned = ports.map((_, index) => ports[(index + turn) % ports.length] ?? 0);
    return [...turned.filter((port) => ready.has(port)), ...turned.filter((port) => !ready.has(port))];
  };
  const pass = (request: IncomingMessage, response: ServerResponse, [port, ...others]: readonly number[]) => {
    if (port === undefined) return refuse(response, 503);
    response.setHeader('x-served-by', String(ports.indexOf(port)));
    proxy.web(request, response, { target: `http://127.0.0.1:${port}` }, (error) => {
      ready.delete(port);
      const isRefused = (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
      // Of a request with a body some may be gone.
      if (isRefused && request.method === 'GET') return pass(request, response, others);
      refuse(response, 502);
    });
  };
  const server = createServer((request, response) => pass(request, response, inOrder()));
  return {
    server,
    async close() {
      clearInterval(checking);
      await endConnections(server);
    },
  };
}

function refuse(response: ServerResponse, status: 502 | 503): void {
  if (response.headersSent || response.destroyed) return void response.destroy();
  const body = { type: 'about:blank', status, code: 'unavailable', detail: '系统暂时不可用，请稍后再试。' };
  response
    .writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': '1' })
    .end(JSON.stringify(body));
}
