import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A double of a service for text recognition: answers what it is told, or status 500 for null, and says what it was sent. */
export async function startOcrService() {
  const asked: { kind: unknown; mediaType: unknown; login: string; content: Buffer }[] = [];
  const service = { answer: null as string | null };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { 'x-document-kind': kind, 'content-type': mediaType, authorization = '' } = request.headers;
    const login = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString();
    asked.push({ kind, mediaType, login, content: Buffer.concat(chunks) });
    response.writeHead(service.answer === null ? 500 : 200, { 'Content-Type': 'application/json' });
    response.end(service.answer ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    says: (answer: string | null) => {
      service.answer = answer;
    },
    url: `http://bureau:secret@127.0.0.1:${port}/read`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
