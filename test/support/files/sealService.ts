import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a double of a seal service or converter was asked. */
interface Asked {
  readonly path: string;
  readonly words: string | null;
  readonly login: string | null;
}

/** A double of a seal service (`/seal`) and of a converter to OFD (`/ofd`). It marks what it was given at the end. */
export async function startSealService() {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const words = request.headers['x-seal-words'];
    const login = request.headers.authorization?.replace('Basic ', '') ?? null;
    asked.push({
      path: request.url ?? '',
      words: typeof words === 'string' ? decodeURIComponent(words) : null,
      login: login === null ? null : Buffer.from(login, 'base64').toString(),
    });
    const isOfd = request.url === '/ofd';
    response.end(Buffer.concat([Buffer.from(isOfd ? 'PK' : ''), ...chunks, Buffer.from(isOfd ? '' : '\n%sealed\n')]));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    urlOf: (path: string) => `http://bureau:secret@127.0.0.1:${port}/${path}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
