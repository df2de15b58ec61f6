import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server in place of the Temporal UI, and what it was asked. */
export interface StubUi {
  readonly url: string;
  readonly asked: readonly Pick<IncomingMessage, 'method' | 'url' | 'headers'>[];
  close(): Promise<void>;
}

const page = '<!doctype html><div><script>\nimport("/temporal/_app/start.js")\n</script></div>';

/** Starts a server that answers as the Temporal UI does: settings, one page for every address, its files. */
export async function startStubUi(): Promise<StubUi> {
  const asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  const server = createServer(({ method, url = '', headers }, response) => {
    asked.push({ method, url, headers });
    if (url.endsWith('/settings')) response.setHeader('Content-Type', 'application/json').end('{"Version":"stub"}');
    else response.setHeader('Content-Type', 'text/html').end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
